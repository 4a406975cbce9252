/**
 * Which page numbers a pager shows: the first, the last, the current one with its neighbours, and `null` for each gap.
 * A gap of a single page is filled by that page. `listPageLinks(5, 10)` is [1, null, 4, 5, 6, null, 10].
 */
export function listPageLinks(page: number, pageCount: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pageCount];
  const shown = [...new Set(wanted)].filter((one) => one >= 1 && one <= pageCount).sort((a, b) => a - b);
  return shown.flatMap((one, index) => {
    const previous = shown[index - 1] ?? 0;
    const missing = one - previous - 1;
    if (missing === 0) return [one];
    return missing === 1 ? [one - 1, one] : [null, one];
  });
}

/** The first and last item on a page, counted from 1; both 0 when there is nothing. */
export function findPageRange(page: number, pageSize: number, total: number): { from: number; to: number } {
  if (total === 0) return { from: 0, to: 0 };
  return { from: (page - 1) * pageSize + 1, to: Math.min(page * pageSize, total) };
}
