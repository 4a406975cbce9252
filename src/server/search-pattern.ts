/** The text with LIKE's wildcards made ordinary characters: "100 %" searches for a percent sign. Prisma's `contains` needs it. */
export function escapeWildcards(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** Pattern for ILIKE: the text anywhere. An empty text gives "%", which matches everything but NULL. */
export function containsPattern(text: string): string {
  return `%${escapeWildcards(text)}%`;
}

/** Pattern for ILIKE: the text at the beginning. An empty text gives "%", which matches everything but NULL. */
export function startsWithPattern(text: string): string {
  return `${escapeWildcards(text)}%`;
}
