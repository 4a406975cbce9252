import "server-only";
import sharp from "sharp";
import type { PrintedPhoto } from "./item-blocks";

/** Twice as many dots as a photo is wide on paper, at 150 to the inch. */
const PHOTO_SIDE = 640;
const LOGO_BOX = { width: 520, height: 140 };
const MOST_PIXELS = 60_000_000;

/** A stored photo as small as paper needs it: JPEG, upright, without anything but its pixels. */
export async function printPhoto(content: Uint8Array): Promise<PrintedPhoto> {
  const picture = await sharp(content, { limitInputPixels: MOST_PIXELS })
    .rotate()
    .resize({ width: PHOTO_SIDE, height: PHOTO_SIDE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 74, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  return { content: picture.data, width: picture.info.width, height: picture.info.height };
}

/** A logo on white paper: PNG, whatever was stored. */
export async function printLogo(content: Uint8Array): Promise<PrintedPhoto> {
  const picture = await sharp(content, { limitInputPixels: MOST_PIXELS })
    .resize({ ...LOGO_BOX, fit: "inside" })
    .flatten({ background: "#ffffff" })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return { content: picture.data, width: picture.info.width, height: picture.info.height };
}
