/** Search parameters as a page gets them. */
export type SearchParameters = Record<string, string | string[] | undefined>;

/**
 * The address of the same page with some parameters changed: `null` or "" removes one, everything else is kept.
 * Changing anything but the page starts again at the first page.
 */
export function searchHref(
  pathname: string,
  current: SearchParameters | URLSearchParams,
  changes: Record<string, string | number | string[] | null | undefined>,
): string {
  const result = new URLSearchParams();
  const entries =
    current instanceof URLSearchParams
      ? [...current.entries()]
      : Object.entries(current).flatMap(([name, value]) =>
          (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(
            (one) => [name, one] as const,
          ),
        );
  for (const [name, value] of entries) {
    const changed = Object.hasOwn(changes, name);
    const stalePage = name === "page" && !changed;
    if (!changed && !stalePage && value !== "") result.append(name, value);
  }
  for (const [name, value] of Object.entries(changes)) {
    if (name === "page" && Number(value) === 1) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") result.append(name, String(one));
    }
  }
  const query = result.toString();
  return query ? `${pathname}?${query}` : pathname;
}

/** The `sort` of a column header: the first press sorts in `first` direction, the next turns it round. */
export function sortLink(
  pathname: string,
  current: SearchParameters,
  key: string,
  first: "ascending" | "descending" = "ascending",
): { href: string; direction?: "ascending" | "descending" } {
  const sort = typeof current.sort === "string" ? current.sort : "";
  const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : undefined;
  const next = direction === undefined ? first : direction === "ascending" ? "descending" : "ascending";
  const href = searchHref(pathname, current, { sort: next === "ascending" ? key : `-${key}` });
  return direction ? { href, direction } : { href };
}
