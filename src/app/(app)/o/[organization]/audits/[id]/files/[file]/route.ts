import { z } from "zod";
import { deleteAuditFile } from "@/features/audits/commands/delete-audit-file";
import { answerUpload, fileRouteHeaders } from "@/features/audits/photos/answer-upload";
import { makeThumbnail } from "@/features/audits/photos/make-thumbnail";
import { getAuditFile } from "@/features/audits/queries/get-audit-file";
import { ExpectedError, NotFoundError } from "@/server/errors";
import { authorize } from "@/server/session";

type Context = RouteContext<"/o/[organization]/audits/[id]/files/[file]">;

const ids = z.object({ id: z.uuid(), file: z.uuid() });

async function readParams(params: Context["params"]) {
  const { organization, ...given } = await params;
  const { data } = ids.safeParse(given);
  if (!data) throw new NotFoundError();
  return { organization, ...data };
}

/**
 * The bytes of a photo or attachment, for whoever sees its audit at this moment: browsers keep them and ask each time
 * whether they still may show them. With `size=small` a photo comes as lists show it. A picture is shown, a PDF only saved, and neither can do anything.
 */
export async function GET(request: Request, { params }: Context) {
  try {
    const { organization, id, file } = await readParams(params);
    const scope = await authorize(organization, "audits.read");
    const isSmall = new URL(request.url).searchParams.get("size") === "small";
    const tag = isSmall ? `"${file}-small"` : `"${file}"`;
    const isKnown = request.headers.get("if-none-match")?.includes(tag) ?? false;
    const { contentType, content } = await getAuditFile(scope, id, file, isKnown);
    const headers = { ...fileRouteHeaders(), etag: tag, "cache-control": "private, no-cache" };
    if (content === null) return new Response(null, { status: 304, headers });
    const isPicture = contentType === "image/jpeg";
    const body = isPicture && isSmall ? await makeThumbnail(content) : content;
    return new Response(body, {
      headers: {
        ...headers,
        "content-type": contentType,
        "content-length": String(body.byteLength),
        "content-disposition": `${isPicture ? "inline" : "attachment"}; filename="${file}.${isPicture ? "jpg" : "pdf"}"`,
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return new Response("Not found\n", { status: 404, headers: fileRouteHeaders() });
  }
}

/** Deletes a photo of an audit that is being entered. DELETE asks first (CORS), so no other site's page can. */
export async function DELETE(_request: Request, { params }: Context) {
  return answerUpload(async () => {
    const { organization, id, file } = await readParams(params);
    const scope = await authorize(organization, "audits.enter");
    return deleteAuditFile(scope, { auditId: id, fileId: file });
  });
}
