import { analyse } from "chardet";
import iconv from "iconv-lite";
import type { Encoding } from "../formats";

const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** How much of a file is looked at to tell UTF-16 without a byte order mark. */
const SAMPLE = 4096;

/**
 * The encoding of a text file: by its byte order mark; else UTF-8 if every byte fits it; else UTF-16 by where its zero
 * bytes are; else the Western encoding that chardet finds likelier. Null for bytes that are no text.
 */
export function sniffEncoding(bytes: Uint8Array): Encoding | null {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return encoding;
  }
  let even = 0;
  let odd = 0;
  const sample = bytes.subarray(0, SAMPLE);
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd > 0) {
    // Latin text in UTF-16 has a zero in every other byte, always on the same side.
    if (odd > sample.length / 4 && even === 0) return "utf-16le";
    if (even > sample.length / 4 && odd === 0) return "utf-16be";
    return null;
  }
  if (isUtf8(bytes)) return "utf-8";
  const names = analyse(bytes.subarray(0, 65_536)).map((match) => match.name.toLowerCase());
  const western = names.find((name) =>
    ["iso-8859-15", "windows-1252", "iso-8859-1", "macintosh"].includes(name),
  );
  return western === "iso-8859-15" || western === "macintosh" ? western : "windows-1252";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text of a file in an encoding, without byte order mark and with "\n" as its only line end. */
export function decodeFile(bytes: Uint8Array, encoding: Encoding): string {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return text.replace(/\r\n?/g, "\n");
}

/** Whether the bytes are a spreadsheet (xlsx, ods: a zip; xls: a compound file) that somebody renamed or mistook for CSV. */
export function isSpreadsheet(bytes: Uint8Array): boolean {
  const startsWith = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  return startsWith(0x50, 0x4b, 0x03, 0x04) || startsWith(0xd0, 0xcf, 0x11, 0xe0);
}
