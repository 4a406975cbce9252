import sharp from "sharp";
import { describe, expect, it } from "vitest";
import {
  decompressionBomb,
  HTML,
  meaninglessBytes,
  motionPhoto,
  multiPicturePhoto,
  noisyJpeg,
  pdfDocument,
  phonePhoto,
  pngPicture,
  redAndBlue,
  SVG_WITH_SCRIPT,
  withComment,
  zipArchive,
} from "../../../../tests/factories/pictures";
import { makePhoto } from "./make-photo";
import { RefusedFileError } from "./refused-file-error";

async function refusalOf(bytes: Buffer): Promise<string> {
  try {
    await makePhoto(bytes);
    return "taken";
  } catch (error) {
    if (!(error instanceof RefusedFileError)) throw error;
    return [error.status, error.message, ...Object.values(error.values)].join(" ");
  }
}

const behind = (picture: Buffer, rest: Buffer | string) => Buffer.concat([picture, Buffer.from(rest)]);

async function colourAt(
  jpeg: Uint8Array,
  left: number,
  top: number,
): Promise<"red" | "blue" | "white" | "other"> {
  const { data } = await sharp(jpeg)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [red = 0, green = 0, blue = 0] = data;
  if (Math.min(red, green, blue) > 200) return "white";
  if (red > 200 && blue < 60) return "red";
  return blue > 200 && red < 60 ? "blue" : "other";
}

describe("a photo is drawn anew", () => {
  it("without place, time and device", async () => {
    const photo = await phonePhoto();
    // What is looked for below was there.
    expect((await sharp(photo).metadata()).exif?.toString("latin1")).toContain("Phone maker");
    expect((await sharp(photo).metadata()).exif?.length).toBeGreaterThan(200);
    const { content, contentType } = await makePhoto(photo);
    expect(contentType).toBe("image/jpeg");
    const stored = await sharp(content).metadata();
    expect(stored).toMatchObject({ format: "jpeg", space: "srgb" });
    expect([stored.exif, stored.xmp, stored.iptc, stored.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(content).toString("latin1")).not.toMatch(/Exif|GPS|Phone maker|http/);
  });

  it("upright, when the phone lay on its side", async () => {
    const { content, width, height } = await makePhoto(await phonePhoto({ orientation: 6 }));
    // Turned clockwise: what was left is above.
    expect({ width, height }).toEqual({ width: 100, height: 200 });
    expect(await colourAt(content, 50, 20)).toBe("red");
    expect(await colourAt(content, 50, 180)).toBe("blue");
    expect((await sharp(content).metadata()).orientation).toBeUndefined();
  });

  it.each([
    ["a wide one", { width: 4000, height: 3000 }, { width: 2000, height: 1500 }],
    ["a tall one on its side", { width: 4000, height: 1000, orientation: 6 }, { width: 500, height: 2000 }],
    ["a small one", { width: 120, height: 80 }, { width: 120, height: 80 }],
  ])("no larger than 2,000 pixels: %s", async (_, original, expected) => {
    expect(await makePhoto(await phonePhoto(original))).toMatchObject(expected);
  });

  it("from PNG, WebP, black and white, CMYK and see-through pictures", async () => {
    const seeThrough = sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    for (const picture of [
      await pngPicture(),
      await redAndBlue().webp().toBuffer(),
      await redAndBlue().greyscale().jpeg().toBuffer(),
      await redAndBlue().toColourspace("cmyk").jpeg().toBuffer(),
      await redAndBlue().jpeg({ progressive: true }).toBuffer(),
    ]) {
      const { content } = await makePhoto(picture);
      expect(await sharp(content).metadata()).toMatchObject({ format: "jpeg", space: "srgb", width: 200 });
    }
    const { content } = await makePhoto(await seeThrough.png().toBuffer());
    expect(await colourAt(content, 10, 10)).toBe("white");
  });

  it("with what phones put behind a picture left out", async () => {
    const gainMap = await multiPicturePhoto();
    expect(gainMap.includes("MPF\0")).toBe(true);
    for (const photo of [
      gainMap,
      await motionPhoto(),
      behind(await phonePhoto(), Buffer.alloc(4096)),
      behind(await phonePhoto(), meaninglessBytes(3_000_000, 11)),
    ]) {
      const { content, width } = await makePhoto(photo);
      expect(width).toBe(200);
      expect(Buffer.from(content).includes("MPF\0")).toBe(false);
      // One beginning, one end, nothing after it.
      expect(Buffer.from(content).lastIndexOf(Buffer.from([0xff, 0xd8, 0xff]))).toBe(0);
      expect(Buffer.from(content).subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    }
  });

  it("from a photo full of detail, which has no forbidden bytes by chance", async () => {
    const photo = await noisyJpeg(2400, 1800);
    expect(photo.length).toBeGreaterThan(4_000_000);
    expect(await makePhoto(photo)).toMatchObject({ width: 2000, height: 1500 });
  });
});

describe("what is refused as a photo", () => {
  it("by its content, whatever it is called", async () => {
    const heic = Buffer.concat([
      Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"),
      Buffer.alloc(500),
    ]);
    const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
    expect({
      svg: await refusalOf(Buffer.from(SVG_WITH_SCRIPT)),
      pdf: await refusalOf(pdfDocument()),
      gif: await refusalOf(gif),
      heic: await refusalOf(heic),
      tiff: await refusalOf(await redAndBlue().tiff().toBuffer()),
      html: await refusalOf(Buffer.from(HTML)),
      zip: await refusalOf(zipArchive()),
      text: await refusalOf(Buffer.from("a photo")),
      nothing: await refusalOf(Buffer.alloc(0)),
    }).toEqual({
      svg: "415 photoSvg",
      pdf: "415 photoIsPdf",
      gif: "415 photoNotPicture",
      heic: "415 photoHeic",
      tiff: "415 photoNotPicture",
      html: "415 photoNotPicture",
      zip: "415 photoNotPicture",
      text: "415 photoNotPicture",
      nothing: "415 photoNotPicture",
    });
  });

  it("with something else inside or behind", async () => {
    const [jpeg, png] = [await phonePhoto(), await pngPicture()];
    const php = "<?php system($_GET['c']); ?>";
    expect({
      "JPEG and archive": await refusalOf(behind(jpeg, zipArchive())),
      "JPEG and Java archive": await refusalOf(
        behind(jpeg, zipArchive("META-INF/MANIFEST.MF", "Main-Class: X")),
      ),
      "JPEG with an archive in a comment": await refusalOf(
        withComment(jpeg, zipArchive().toString("latin1")),
      ),
      "JPEG and page": await refusalOf(behind(jpeg, HTML)),
      "JPEG with a page in a comment": await refusalOf(withComment(jpeg, HTML)),
      "JPEG with a drawing behind": await refusalOf(behind(jpeg, SVG_WITH_SCRIPT)),
      "JPEG with a document in a comment": await refusalOf(
        withComment(jpeg, pdfDocument().toString("latin1")),
      ),
      "PNG and PHP": await refusalOf(behind(png, php)),
      "JPEG with PHP in a comment": await refusalOf(withComment(jpeg, php)),
      "PNG and shell": await refusalOf(behind(png, "\n#!/bin/sh\nrm -rf ~\n")),
      "JPEG and Windows program": await refusalOf(
        behind(jpeg, "MZ\0\0This program cannot be run in DOS mode.\r\n"),
      ),
      "motion photo and archive": await refusalOf(behind(await motionPhoto(), zipArchive())),
    }).toEqual({
      "JPEG and archive": "415 photoHides archive",
      "JPEG and Java archive": "415 photoHides archive",
      "JPEG with an archive in a comment": "415 photoHides archive",
      "JPEG and page": "415 photoHides page",
      "JPEG with a page in a comment": "415 photoHides page",
      "JPEG with a drawing behind": "415 photoHides page",
      "JPEG with a document in a comment": "415 photoHides document",
      "PNG and PHP": "415 photoHides program",
      "JPEG with PHP in a comment": "415 photoHides program",
      "PNG and shell": "415 photoHides program",
      "JPEG and Windows program": "415 photoHides program",
      "motion photo and archive": "415 photoHides archive",
    });
  });

  it("too large, and too many pixels in a small file", async () => {
    const bomb = decompressionBomb();
    expect(bomb.length).toBeLessThan(100_000);
    const started = performance.now();
    expect(await refusalOf(bomb)).toBe("413 photoTooManyPixels 64");
    expect(performance.now() - started).toBeLessThan(1000);
    // Held whole while it is decoded, so fewer may be.
    const grey = sharp({ create: { width: 6000, height: 6000, channels: 3, background: "#888" } });
    expect(await refusalOf(await grey.clone().jpeg({ progressive: true }).toBuffer())).toBe(
      "413 photoTooManyPixels 32",
    );
    expect(await refusalOf(Buffer.concat([await phonePhoto(), Buffer.alloc(20_000_000)]))).toBe(
      "413 photoTooLarge 15",
    );
  });

  it("cut off or damaged", async () => {
    const photo = await phonePhoto({ width: 1000, height: 800 });
    expect(await refusalOf(photo.subarray(0, photo.length / 2))).toBe("415 photoBroken");
    expect(await refusalOf(photo.subarray(0, 30))).toBe("415 photoBroken");
    expect(await refusalOf((await pngPicture()).subarray(0, 60))).toBe("415 photoBroken");
  });
});

it("pictures are worked on a few at a time, and all get done", async () => {
  const photo = await phonePhoto({ width: 2500, height: 2000 });
  const many = await Promise.all(Array.from({ length: 12 }, () => makePhoto(photo)));
  expect(new Set(many.map(({ content }) => Buffer.from(content).toString("base64"))).size).toBe(1);
});
