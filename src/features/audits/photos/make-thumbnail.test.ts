import sharp from "sharp";
import { expect, it } from "vitest";
import { makeThumbnail } from "./make-thumbnail";

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#468" } })
    .jpeg()
    .toBuffer();

it.each([
  [2000, 1500, 341, 256],
  [1500, 2000, 192, 256],
  [2000, 200, 768, 77],
  [100, 80, 100, 80],
])("a photo of %i by %i becomes %i by %i", async (width, height, smallWidth, smallHeight) => {
  const small = await makeThumbnail(await photo(width, height));
  expect(await sharp(small).metadata()).toMatchObject({
    format: "jpeg",
    width: smallWidth,
    height: smallHeight,
  });
});
