import "server-only";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { Incoming } from "./incoming";
import { Problem } from "./problem";
import { requireContentType, tooLarge } from "./read-body";

/** The form around the file: boundaries, headers, and the mapping beside it. */
const ROOM_FOR_FIELDS = 2_000_000;

/** An upload on this machine's disk: memory stays small, and nothing is stored of a file that does not arrive whole. */
export type UploadedFile = { name: string; location: string; bytes: number };
export type Multipart = { fields: Record<string, string>; file: UploadedFile | null };

/**
 * Reads multipart/form-data as it comes: its fields as texts, its one file to a temporary place that is gone when `use`
 * has ended. Throws Problem: 415 for another type, 413 for a larger file, 400 for what is not multipart.
 */
export async function withMultipart<T>(
  request: Incoming,
  { file: fileField, most }: { file: string; most: number },
  use: (form: Multipart) => Promise<T>,
): Promise<T> {
  requireContentType(request, "multipart/form-data");
  if (Number(request.header("content-length") ?? 0) > most + ROOM_FOR_FIELDS) throw tooLarge(most);
  const folder = await mkdtemp(path.join(tmpdir(), "lastmetre-upload-"));
  try {
    return await use(await receive(request, { fileField, most, location: path.join(folder, "file") }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(
  request: Incoming,
  { fileField, most, location }: { fileField: string; most: number; location: string },
): Promise<Multipart> {
  const form: Multipart = { fields: {}, file: null };
  const parser = openParser(request, most);
  const files: Promise<void>[] = [];
  let failure: unknown = null;
  const fail = (error: unknown) => {
    failure ??= error;
    parser.destroy();
  };
  parser.on("field", (name, value, { valueTruncated }) => {
    if (valueTruncated) fail(tooLarge(ROOM_FOR_FIELDS));
    else form.fields[name] = value;
  });
  parser.on("file", (name, stream, { filename }) => {
    if (name !== fileField || form.file) {
      stream.resume();
      return;
    }
    const file = { name: filename || "file", location, bytes: 0 };
    form.file = file;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        file.bytes += chunk.length;
        done(null, chunk);
      },
    });
    stream.on("limit", () => fail(tooLarge(most)));
    files.push(pipeline(stream, count, createWriteStream(location)).catch(fail));
  });
  try {
    await pipeline(Readable.from(request.bytes ?? []), parser);
    await Promise.all(files);
  } catch (error) {
    await Promise.allSettled(files);
    if (failure instanceof Problem) throw failure;
    // What the parser says is about the sender's form; what the disk says is our own.
    if ((error as { code?: string }).code?.startsWith("E")) throw failure ?? error;
    throw new Problem("invalid-request", "The body is not whole multipart/form-data.");
  }
  if (failure) throw failure;
  return form;
}

function openParser(request: Incoming, most: number) {
  try {
    return busboy({
      headers: { "content-type": request.header("content-type") ?? "" },
      limits: { fileSize: most, files: 1, fields: 20, parts: 30, fieldSize: ROOM_FOR_FIELDS },
      defParamCharset: "utf8",
    });
  } catch {
    throw new Problem("invalid-request", "The multipart/form-data has no boundary.");
  }
}
