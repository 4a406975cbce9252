import "server-only";
import sharp from "sharp";
import { processWide } from "@/server/api/process-wide";
import { limitConcurrency } from "@/server/limit-concurrency";
import { PHOTOS_AT_ONCE } from "./limits";

/** Twice as high as thumbnails are shown, for dense screens. */
const HEIGHT = 256;

const inTurn = processWide("thumbnailsInTurn", () => limitConcurrency(PHOTOS_AT_ONCE));

/** A stored photo as lists show it: a hundredth of its bytes. Throws for what is no picture. */
export async function makeThumbnail(photo: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const small = await inTurn(() =>
    sharp(photo)
      .resize({ height: HEIGHT, width: 3 * HEIGHT, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer(),
  );
  return new Uint8Array(small);
}
