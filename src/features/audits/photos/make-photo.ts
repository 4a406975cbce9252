import "server-only";
import sharp from "sharp";
import { processWide } from "@/server/api/process-wide";
import { limitConcurrency } from "@/server/limit-concurrency";
import { findFileKind } from "./file-kind";
import { findHiddenContent } from "./hidden-content";
import {
  MOST_FILE_BYTES,
  MOST_FILE_MEGABYTES,
  MOST_PIXELS,
  MOST_PIXELS_HELD,
  PHOTO_SIDE,
  PHOTOS_AT_ONCE,
} from "./limits";
import { RefusedFileError } from "./refused-file-error";

/** A file as it is stored. */
export type CheckedFile = {
  content: Uint8Array<ArrayBuffer>;
  contentType: "image/jpeg" | "application/pdf";
  width: number | null;
  height: number | null;
};

// What it would keep is never asked for again, and doubles what many uploads take.
sharp.cache(false);

/** A picture that needs longer was made to. */
const MOST_SECONDS = 20;

/** Held whole while decoded: see MOST_PIXELS_HELD. */
const alone = processWide("photosAlone", () => limitConcurrency(1));
const inTurn = processWide("photosInTurn", () => limitConcurrency(PHOTOS_AT_ONCE));

/**
 * Makes the photo that is stored from an uploaded JPEG, PNG or WebP (by its content, whatever it is called): decoded,
 * turned upright, made to fit 2,000 pixels and drawn anew as JPEG in sRGB. Nothing of the original file is left but what
 * is seen: no place, time or device, no second picture, no appended data. A few at a time, the others wait.
 * Throws RefusedFileError for anything else, and for a picture that holds an archive, a document, a page or a program.
 */
export async function makePhoto(bytes: Buffer): Promise<CheckedFile> {
  if (bytes.length > MOST_FILE_BYTES)
    throw new RefusedFileError("photoTooLarge", 413, { megabytes: MOST_FILE_MEGABYTES });
  const kind = findFileKind(bytes);
  if (kind === "heic") throw new RefusedFileError("photoHeic", 415);
  if (kind === "svg") throw new RefusedFileError("photoSvg", 415);
  if (kind === "pdf") throw new RefusedFileError("photoIsPdf", 415);
  if (kind === "other") throw new RefusedFileError("photoNotPicture", 415);
  const hidden = await findHiddenContent(bytes);
  if (hidden) throw new RefusedFileError("photoHides", 415, { what: hidden });
  return inTurn(() => drawAnew(bytes));
}

async function drawAnew(bytes: Buffer): Promise<CheckedFile> {
  const metadata = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  const { width = 0, height = 0, isProgressive = false } = metadata;
  const most = isProgressive ? MOST_PIXELS_HELD : MOST_PIXELS;
  if (width * height > most)
    throw new RefusedFileError("photoTooManyPixels", 413, { megapixels: most / 1_000_000 });
  const { data, info } = await (isProgressive ? alone(() => draw(bytes)) : draw(bytes));
  return {
    content: new Uint8Array(data),
    contentType: "image/jpeg",
    width: info.width,
    height: info.height,
  };
}

function draw(bytes: Buffer) {
  return readable(
    sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true })
      .timeout({ seconds: MOST_SECONDS })
      .autoOrient()
      .resize({ width: PHOTO_SIDE, height: PHOTO_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true }),
  );
}

/** What the decoder says of a broken picture is of no use to anybody, and may quote the file. */
async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new RefusedFileError("photoBroken", 415);
  }
}
