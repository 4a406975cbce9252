import { findInWindows } from "./windows";

/** What a file holds besides what it is. */
export type HiddenContent = "archive" | "document" | "page" | "program";

/** Long enough that no compressed picture or video has it by chance. */
const SIGNATURES: [what: HiddenContent, signature: string][] = [
  ["document", "%PDF-1."],
  ["document", "%PDF-2."],
  // Office documents before 2007.
  ["document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["archive", "Rar!\x1a\x07\x00"],
  ["archive", "Rar!\x1a\x07\x01"],
  ["archive", "7z\xbc\xaf\x27\x1c\x00"],
  // Linux programs: 32 and 64 bits, either order of bytes.
  ["program", "\x7fELF\x01\x01\x01"],
  ["program", "\x7fELF\x01\x02\x01"],
  ["program", "\x7fELF\x02\x01\x01"],
  ["program", "\x7fELF\x02\x02\x01"],
  ["program", "This program cannot be run in DOS mode"],
];
const SCRIPTS = /#!\s?\/(?:usr\/)?(?:local\/)?bin\/\w|<\?php\s|<\?=\s/gi;

/** Short ones: they count where text follows them, as it does where somebody wrote them. */
const TAGS = /<(?:!doctype\s+html|html|head|body|script|iframe|object|embed|svg|meta|img)[\s/>]/gi;
const TEXT_AFTER_TAG = 16;

const LOCAL_HEADER = Buffer.from("PK\x03\x04", "latin1");
const END_OF_DIRECTORY = Buffer.from("PK\x05\x06", "latin1");

/** Longer than anything looked for: a file header of an archive with its name. */
const OVERLAP = 1024;

/** No picture has the four letters of an archive so often in a megabyte by chance. */
const MOST_OCCURRENCES = 1000;

/**
 * Finds an archive, a document, a web page or a program inside or behind a picture (a polyglot), wherever it stands. What
 * phones themselves put behind a picture is no such thing: a second picture (MPF, Ultra HDR), a short video (motion photo),
 * depth data, padding. Null when there is nothing. This only says what to refuse with a clear word: what makes a stored
 * photo harmless is that it is drawn anew (make-photo.ts).
 */
export function findHiddenContent(bytes: Buffer): Promise<HiddenContent | null> {
  return findInWindows(bytes, OVERLAP, findInPart);
}

function findInPart(bytes: Buffer, from: number): HiddenContent | null {
  if (holdsArchive(bytes, from)) return "archive";
  for (const [what, signature] of SIGNATURES) {
    if (bytes.includes(signature, 0, "latin1")) return what;
  }
  const text = bytes.toString("latin1");
  if (hasFollowedByText(text, SCRIPTS)) return "program";
  return hasFollowedByText(text, TAGS) ? "page" : null;
}

/** Whether the pattern occurs with printable characters after it, as many as there are up to TEXT_AFTER_TAG. */
function hasFollowedByText(text: string, pattern: RegExp): boolean {
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (/^[\s\x20-\x7e]*$/.test(text.slice(end, end + TEXT_AFTER_TAG))) return true;
  }
  return false;
}

/**
 * Whether there is a ZIP archive (which is also what Office documents, Java and Android programs are): a file header or an
 * end of a directory whose fields make sense. The four letters alone occur in pictures by chance.
 */
function holdsArchive(bytes: Buffer, from: number): boolean {
  const headers = occurrences(bytes, LOCAL_HEADER);
  const ends = occurrences(bytes, END_OF_DIRECTORY);
  if (headers.length + ends.length > MOST_OCCURRENCES) return true;
  return headers.some((at) => isFileHeader(bytes, at)) || ends.some((at) => isEnd(bytes, at, from));
}

function isFileHeader(bytes: Buffer, at: number): boolean {
  if (at + 30 > bytes.length) return false;
  const version = bytes.readUInt16LE(at + 4);
  const method = bytes.readUInt16LE(at + 8);
  const nameLength = bytes.readUInt16LE(at + 26);
  const isSensible = version <= 63 && [0, 8, 9, 12, 14, 93, 95].includes(method);
  if (!isSensible || nameLength === 0 || nameLength > 512) return false;
  return /^[\x20-\x7e\x80-\xff]+$/.test(bytes.toString("latin1", at + 30, at + 30 + nameLength));
}

function isEnd(bytes: Buffer, at: number, from: number): boolean {
  if (at + 22 > bytes.length) return false;
  const disks = bytes.readUInt32LE(at + 4);
  const entriesHere = bytes.readUInt16LE(at + 8);
  const entries = bytes.readUInt16LE(at + 10);
  const directoryBytes = bytes.readUInt32LE(at + 12);
  if (disks !== 0 || entriesHere !== entries) return false;
  return directoryBytes >= entries * 46 && directoryBytes <= from + at;
}

/** Where something stands, as far as one more than MOST_OCCURRENCES times. */
function occurrences(bytes: Buffer, wanted: Buffer): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    found.push(at);
    if (found.length > MOST_OCCURRENCES) break;
  }
  return found;
}
