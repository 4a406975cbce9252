/** Encodings a file can be read in; "windows-1252" also reads ISO-8859-1, of which it is a superset. */
export const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "iso-8859-15",
  "utf-16le",
  "utf-16be",
  "macintosh",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** In which order a file writes dates: 2026-11-21, 21.11.2026 or 11/21/2026; separators may be any of . / - */
export const DATE_ORDERS = ["ymd", "dmy", "mdy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** The largest file taken, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** How long rejected rows can be downloaded; they hold personal data that nothing else needs. */
export const REJECTED_ROWS_KEPT_DAYS = 30;
