import { inflateSync } from "node:zlib";
import { findHiddenContent } from "./hidden-content";
import { MOST_FILE_BYTES, MOST_FILE_MEGABYTES } from "./limits";
import type { CheckedFile } from "./make-photo";
import { RefusedFileError } from "./refused-file-error";

/**
 * Names of what makes a reader do something: run a script or a program, open a file inside the file, send a form. Long
 * enough to be looked for in the whole file, so that nobody can hide them by where a stream seems to begin or end.
 */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Rendition)(?![A-Za-z0-9])/;
/** As those, too short for where anything may stand: looked for among the objects. */
const ACTIVE_AMONG_OBJECTS = /\/(?:JS|XFA|GoToE|Movie|Sound)(?![A-Za-z0-9])/;
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/;

/** What all streams of objects may come to when unpacked. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const LONGEST_DICTIONARY = 100_000;

const broken = () => new RefusedFileError("pdfBroken", 415);
const unreadable = () => new RefusedFileError("pdfUnreadable", 415);

/**
 * Checks a PDF that is to be stored as it is. Throws RefusedFileError for what is no PDF, for one that cannot be looked
 * into (encrypted, damaged, packed in unusual ways), and for one that holds a script, a program to start, a file, or a form
 * that is sent. Text of pages is not read: it does nothing.
 */
export function checkPdf(bytes: Buffer): CheckedFile {
  if (bytes.length > MOST_FILE_BYTES)
    throw new RefusedFileError("photoTooLarge", 413, { megabytes: MOST_FILE_MEGABYTES });
  const text = bytes.toString("latin1");
  if (!/^%PDF-[12]\.\d/.test(text) || !/%%EOF[\s\0]*$/.test(text.slice(-1024))) throw broken();
  // Itself it may hold, another one not.
  const hidden = findHiddenContent(bytes.subarray(8));
  if (hidden) throw new RefusedFileError("photoHides", 415, { what: hidden });
  const everything = readNames(text);
  if (ENCRYPTED.test(everything)) throw new RefusedFileError("pdfEncrypted", 415);
  const objects = [withoutStreams(everything), ...unpackObjects(text, bytes)];
  if (
    ACTIVE.test(everything) ||
    objects.some((object) => ACTIVE.test(object) || ACTIVE_AMONG_OBJECTS.test(object))
  ) {
    throw new RefusedFileError("pdfActive", 415);
  }
  return { content: new Uint8Array(bytes), contentType: "application/pdf", width: null, height: null };
}

/** The parts between streams; what is inside of a stream is content, unless it is one of objects. */
function withoutStreams(text: string): string {
  return text.replace(/stream\s*?[\r\n][\s\S]*?endstream/g, "stream endstream");
}

/** The streams in which objects stand (/ObjStm), unpacked, wherever the word "stream" occurs. Throws where one cannot be. */
function unpackObjects(text: string, bytes: Buffer): string[] {
  const unpacked: string[] = [];
  let total = 0;
  let previous = 0;
  for (const match of text.matchAll(/stream[ \t]*(?:\r\n|\n|\r)/g)) {
    const isEnd = text.startsWith("end", match.index - 3);
    const before = text.slice(previous, match.index);
    previous = match.index + match[0].length;
    if (isEnd) continue;
    const isOfObjects = /\/ObjStm(?![A-Za-z0-9])/.test(readNames(before));
    if (!isOfObjects) continue;
    const dictionary = readNames(before.slice(before.lastIndexOf("obj") + 3));
    if (dictionary.length > LONGEST_DICTIONARY) throw unreadable();
    const end = text.indexOf("endstream", previous);
    const plain = unpack(dictionary, bytes.subarray(previous, end < 0 ? undefined : end), total);
    total += plain.length;
    unpacked.push(readNames(plain.toString("latin1")));
  }
  return unpacked;
}

function unpack(dictionary: string, content: Buffer, alreadyUnpacked: number): Buffer {
  const filters = [
    ...dictionary.matchAll(/\/(?:[A-Za-z0-9]+Decode|Fl|LZW|AHx|A85|RL|Crypt)(?![A-Za-z0-9])/g),
  ];
  if (filters.length === 0) return content;
  const isUnusual = filters.length > 1 || !/^\/(?:FlateDecode|Fl)$/.test(filters[0]?.[0] ?? "");
  if (isUnusual || /\/(?:DecodeParms|DP)(?![A-Za-z0-9])/.test(dictionary)) throw unreadable();
  try {
    return inflateSync(content, { maxOutputLength: Math.max(1, MOST_UNPACKED_BYTES - alreadyUnpacked) });
  } catch {
    throw unreadable();
  }
}

/** Names may be written with codes of their letters ("/J#61vaScript"). */
function readNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
