import type { Encoding } from "../formats";

/** What encodings are called on screen. */
export const ENCODING_NAMES: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows-1252 (ISO-8859-1)",
  "iso-8859-15": "ISO-8859-15",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  macintosh: "Macintosh",
};

/** Keys of the messages "imports.columns.delimiters". */
export const DELIMITER_KEYS = { ",": "comma", ";": "semicolon", "\t": "tab" } as const;
