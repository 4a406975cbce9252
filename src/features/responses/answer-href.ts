/** The address of an answer page; `lang` keeps the language chosen on the way through the steps. */
export function answerHref(
  token: string,
  query: { lang?: string; step?: "score" | "details"; score?: string; problem?: string } = {},
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  return `/s/${encodeURIComponent(token)}${search ? `?${search}` : ""}`;
}
