import "server-only";
import sharp from "sharp";
import { log } from "@/server/log";

/** JPEG or PNG as a PDF takes it, and its size in pixels. */
export type PrintedPicture = { content: Buffer; width: number; height: number };

/** Twice as many dots as a photo is wide on paper, at 150 to the inch. */
const PHOTO_SIDE = 640;
const LOGO_BOX = { width: 520, height: 140 };
const MOST_PIXELS = 60_000_000;

/** A stored photo as small as paper needs it: JPEG, upright, without anything but its pixels. */
export async function printPhoto(content: Uint8Array): Promise<PrintedPicture> {
  const picture = await sharp(content, { limitInputPixels: MOST_PIXELS })
    .rotate()
    .resize({ width: PHOTO_SIDE, height: PHOTO_SIDE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 74, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  return { content: picture.data, width: picture.info.width, height: picture.info.height };
}

/** A logo on white paper: PNG, whatever was stored. */
export async function printLogo(content: Uint8Array): Promise<PrintedPicture> {
  const picture = await sharp(content, { limitInputPixels: MOST_PIXELS })
    .resize({ ...LOGO_BOX, fit: "inside" })
    .flatten({ background: "#ffffff" })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return { content: picture.data, width: picture.info.width, height: picture.info.height };
}

/** A picture that cannot be read is no reason to have no report: it is left out, and the log says so. */
export async function printOrSkip<T>(picture: Promise<T>, fields: Record<string, string>): Promise<T | null> {
  try {
    return await picture;
  } catch (error) {
    log("warn", "pdf.picture", { ...fields, error });
    return null;
  }
}
