/** A row of a file as it stands there: `line` is where it starts (in a workbook: its number), the header included. */
export type RawRow = { line: number; cells: string[] };

export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== "") return false;
  return true;
}

/**
 * Files of rejected rows guard formulas with an apostrophe; uploaded again, the cell means what it says. The character that
 * PostgreSQL's texts cannot hold is left out: one of them must not stop an import of millions.
 */
export function cleanCell(cell: string | undefined): string {
  if (cell === undefined) return "";
  const text = (cell.includes("\0") ? cell.replaceAll("\0", "") : cell).trim();
  return text.charCodeAt(0) === 39 && /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}
