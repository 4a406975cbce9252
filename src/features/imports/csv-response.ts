/** A CSV file to be saved under a name; never kept by caches, because it holds personal data. */
export function csvResponse(fileName: string, csv: string | ReadableStream<Uint8Array>): Response {
  const plain = fileName.replace(/[^\w. -]/g, "_");
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "no-store",
    },
  });
}
