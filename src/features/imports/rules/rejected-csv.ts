import type { Delimiter } from "../formats";

/**
 * The rejected lines as a CSV file: their original columns, then line and reason. A byte order mark makes spreadsheets
 * read it as UTF-8.
 */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: Delimiter): string {
  const lines = rows.map((cells) => cells.map((cell) => writeCell(cell, delimiter)).join(delimiter));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** A cell that a spreadsheet would run as a formula is guarded with an apostrophe (OWASP, "CSV Injection"). */
function writeCell(text: string, delimiter: Delimiter): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const needsQuotes = guarded.includes(delimiter) || /["\n\r]/.test(guarded) || guarded !== guarded.trim();
  return needsQuotes ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
