import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { findHiddenContent } from "./hidden-content";
import { MOST_FILE_BYTES, MOST_FILE_MEGABYTES } from "./limits";
import type { CheckedFile } from "./make-photo";
import { RefusedFileError } from "./refused-file-error";
import { findInWindows, othersFirst } from "./windows";

const unpackDeflated = promisify(inflate);

/**
 * Names of what makes a reader do something: run a script or a program, open a file inside the file, send a form. Long
 * enough to be looked for in the whole file, so that nobody can hide them by where a stream seems to begin or end.
 */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Rendition)(?![A-Za-z0-9])/;
/** As those, too short for where anything may stand: looked for among the objects. */
const ACTIVE_AMONG_OBJECTS = /\/(?:JS|XFA|GoToE|Movie|Sound)(?![A-Za-z0-9])/;
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/;

/** What all streams of objects may come to when unpacked, and how many there may be. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const MOST_OBJECT_STREAMS = 20_000;
const LONGEST_DICTIONARY = 100_000;
const MOST_CODES = 50_000;

/** Longer than any name looked for, every letter of it coded. */
const OVERLAP = 256;

const broken = () => new RefusedFileError("pdfBroken", 415);
const unreadable = () => new RefusedFileError("pdfUnreadable", 415);

/**
 * Checks a PDF that is to be stored as it is. Throws RefusedFileError for what is no PDF, for one that cannot be looked
 * into (encrypted, damaged, packed in unusual ways), and for one that holds a script, a program to start, a file, or a form
 * that is sent. Text of pages is not read: it does nothing.
 */
export async function checkPdf(bytes: Buffer): Promise<CheckedFile> {
  if (bytes.length > MOST_FILE_BYTES)
    throw new RefusedFileError("photoTooLarge", 413, { megabytes: MOST_FILE_MEGABYTES });
  const text = bytes.toString("latin1");
  if (!/^%PDF-[12]\.\d/.test(text) || !/%%EOF[\s\0]*$/.test(text.slice(-1024))) throw broken();
  // Itself it may hold, another one not.
  const hidden = await findHiddenContent(bytes.subarray(8));
  if (hidden) throw new RefusedFileError("photoHides", 415, { what: hidden });
  if (await holds(text, ENCRYPTED)) throw new RefusedFileError("pdfEncrypted", 415);
  const active = () => new RefusedFileError("pdfActive", 415);
  if (await holds(text, ACTIVE)) throw active();
  const ends = [...text.matchAll(/endstream/g)].map(({ index }) => index);
  if (await holds(withoutStreams(text, ends), ACTIVE_AMONG_OBJECTS)) throw active();
  for await (const objects of unpackObjects(text, bytes, ends)) {
    if ((await holds(objects, ACTIVE)) || (await holds(objects, ACTIVE_AMONG_OBJECTS))) throw active();
  }
  return { content: new Uint8Array(bytes), contentType: "application/pdf", width: null, height: null };
}

async function holds(text: string, names: RegExp): Promise<boolean> {
  return (await findInWindows(text, OVERLAP, (part) => names.test(readNames(part)) || null)) ?? false;
}

/** The parts between streams; what is inside of a stream is content, unless it is one of objects. */
function withoutStreams(text: string, ends: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const end of ends) {
    if (end < from) continue;
    const start = text.indexOf("stream", from);
    if (start < end) {
      parts.push(text.slice(from, start));
      from = end + "endstream".length;
    }
  }
  return [...parts, text.slice(from)].join("\n");
}

/**
 * The streams in which objects stand (/ObjStm), unpacked, wherever the word "stream" occurs. Throws where one cannot be.
 */
async function* unpackObjects(text: string, bytes: Buffer, ends: readonly number[]): AsyncGenerator<string> {
  let total = 0;
  let streams = 0;
  let previous = 0;
  let nextEnd = 0;
  for (const match of text.matchAll(/stream[ \t]*(?:\r\n|\n|\r)/g)) {
    const [before, start] = [text.slice(previous, match.index), match.index + match[0].length];
    previous = start;
    if (before.endsWith("end")) continue;
    const dictionary = dictionaryAtEnd(before);
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) continue;
    while ((ends[nextEnd] ?? Number.POSITIVE_INFINITY) < start) nextEnd += 1;
    streams += 1;
    if (streams > MOST_OBJECT_STREAMS) throw unreadable();
    const plain = await unpack(dictionary, bytes.subarray(start, ends[nextEnd]), MOST_UNPACKED_BYTES - total);
    total += plain.length;
    if (total > MOST_UNPACKED_BYTES) throw unreadable();
    yield plain.toString("latin1");
    await othersFirst();
  }
}

/** What stands between the last "obj" and the stream. Throws when that is longer than a dictionary is. */
function dictionaryAtEnd(before: string): string {
  const near = before.slice(-LONGEST_DICTIONARY);
  const start = near.lastIndexOf("obj");
  if (start < 0 && before.length > LONGEST_DICTIONARY) throw unreadable();
  return readNames(near.slice(Math.max(start, 0)));
}

async function unpack(dictionary: string, content: Buffer, most: number): Promise<Buffer> {
  const filters = [
    ...dictionary.matchAll(/\/(?:[A-Za-z0-9]+Decode|Fl|LZW|AHx|A85|RL|Crypt)(?![A-Za-z0-9])/g),
  ];
  if (filters.length === 0) return content;
  const isUnusual = filters.length > 1 || !/^\/(?:FlateDecode|Fl)$/.test(filters[0]?.[0] ?? "");
  if (isUnusual || /\/(?:DecodeParms|DP)(?![A-Za-z0-9])/.test(dictionary)) throw unreadable();
  try {
    return await unpackDeflated(content, { maxOutputLength: Math.max(1, most) });
  } catch {
    throw unreadable();
  }
}

/**
 * Names may be written with codes of their letters ("/J#61vaScript"). Throws for more codes in one piece than anybody
 * writes.
 */
function readNames(text: string): string {
  if (!text.includes("#")) return text;
  let codes = 0;
  return text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => {
    codes += 1;
    if (codes > MOST_CODES) throw unreadable();
    return String.fromCharCode(Number.parseInt(code, 16));
  });
}
