import iconv from "iconv-lite";
import type { Encoding } from "@/features/imports/formats";
import { sniffEncoding } from "@/features/imports/rules/decode-file";
import { sniffDelimiter } from "@/features/imports/rules/parse-table";
import type { FileFormat } from "../formats";
import type { FileReading } from "../mapping";
import { type FileBytes, inSlices, readStart } from "./file-bytes";
import { UnreadableFileError } from "./unreadable-file-error";
import { openWorkbook } from "./workbook";

const SAMPLE = 512 * 1024;

export type SniffedFile = { format: FileFormat; reading: FileReading; sheets: string[] };

/** What a file is and how it is read, by its content. Throws UnreadableFileError for what is neither text nor a workbook. */
export async function sniffFile(file: FileBytes): Promise<SniffedFile> {
  if (file.size === 0) throw new UnreadableFileError("fileEmpty");
  const start = await readStart(file, SAMPLE);
  const startsWith = (...bytes: number[]) => bytes.every((byte, index) => start[index] === byte);
  if (startsWith(0x50, 0x4b, 0x03, 0x04)) return sniffWorkbook(file);
  // A compound file: an old workbook (xls), or a new one with a password, which is wrapped in the same.
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) {
    const names = Buffer.from(start).includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new UnreadableFileError(names ? "fileEncrypted" : "fileOldWorkbook");
  }
  // "%PDF" is text to the eye, and nothing that could be answers.
  if (startsWith(0x25, 0x50, 0x44, 0x46)) throw new UnreadableFileError("fileNotAnswers");
  const encoding = await sniffTextEncoding(file, start);
  const text = iconv.decode(Buffer.from(start), encoding).replace(/\r\n?/g, "\n");
  return {
    format: "csv",
    reading: { encoding, delimiter: sniffDelimiter(wholeLines(text, start.length < file.size)), sheet: null },
    sheets: [],
  };
}

async function sniffWorkbook(file: FileBytes): Promise<SniffedFile> {
  const { sheets } = await openWorkbook(file);
  const names = sheets.map((sheet) => sheet.name);
  return {
    format: "xlsx",
    reading: { encoding: null, delimiter: null, sheet: names[0] ?? null },
    sheets: names,
  };
}

/** A sample that ends in the middle of a character is still UTF-8, and one that starts as ASCII may turn out not to be. */
async function sniffTextEncoding(file: FileBytes, start: Uint8Array): Promise<Encoding> {
  const isCut = start.length < file.size;
  const encoding = sniffEncoding(isCut ? start.subarray(0, lastLineEnd(start)) : start);
  if (!encoding) throw new UnreadableFileError("fileNotText");
  if (encoding !== "utf-8" || !isCut) return encoding;
  return (await isUtf8(file)) ? "utf-8" : "windows-1252";
}

async function isUtf8(file: FileBytes): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of inSlices(file.read(0, file.size))) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function lastLineEnd(bytes: Uint8Array): number {
  const at = bytes.lastIndexOf(10);
  // In UTF-16 a character is two bytes; a whole number of them is kept.
  return at < 0 ? bytes.length - (bytes.length % 2) : at + 2 - (at % 2);
}

function wholeLines(text: string, isCut: boolean): string {
  const end = text.lastIndexOf("\n");
  return isCut && end > 0 ? text.slice(0, end + 1) : text;
}
