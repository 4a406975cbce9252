import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { Random } from "./random";

/** Noise, so that its JPEG is as large as a photo's: every byte from a fixed seed. */
function noise(length: number, seed = 1): Buffer {
  const random = new Random(seed);
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) bytes[at] = random.integer(0, 255);
  return bytes;
}

/** Bytes without meaning, as the data of a video or of depths behind a phone's photo. */
export const meaninglessBytes = noise;

type Dimensions = { width?: number; height?: number };

/** Left half red, right half blue: seen whichever way it is turned. */
export function redAndBlue({ width = 200, height = 100 }: Dimensions = {}): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) pixels[at * 3 + (at % width < width / 2 ? 0 : 2)] = 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A phone's photo: device, time and place in its EXIF data, lying on its side when `orientation` is 6. */
export function phonePhoto(options: Dimensions & { orientation?: number } = {}): Promise<Buffer> {
  return redAndBlue(options)
    .withExif({
      IFD0: { Make: "Phone maker", Model: "Model 1", DateTime: "2026:11:20 12:00:00" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "60/1 10/1 12/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "24/1 56/1 30/1",
      },
    })
    .withMetadata({ orientation: options.orientation ?? 1 })
    .jpeg({ quality: 90 })
    .toBuffer();
}

export function pngPicture(): Promise<Buffer> {
  return redAndBlue().png().toBuffer();
}

export function noisyJpeg(width: number, height: number): Promise<Buffer> {
  const pixels = noise(width * height * 3, 7);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** Puts an application segment after the first two bytes of a JPEG. */
function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** With a small second picture behind it and the index of both (CIPA DC-007), as phones write previews and gain maps. */
export async function multiPicturePhoto(): Promise<Buffer> {
  const [first, second] = [await phonePhoto(), await redAndBlue({ width: 40, height: 20 }).jpeg().toBuffer()];
  const index = Buffer.alloc(4 + 8 + 2 + 3 * 12 + 4 + 2 * 16);
  index.write("MPF\0II*\0\x08\0\0\0", 0, "latin1");
  index.writeUInt16LE(3, 12);
  const entry = (position: number, tag: number, type: number, count: number, value: number | string) => {
    const at = 14 + position * 12;
    index.writeUInt16LE(tag, at);
    index.writeUInt16LE(type, at + 2);
    index.writeUInt32LE(count, at + 4);
    if (typeof value === "string") index.write(value, at + 8, "latin1");
    else index.writeUInt32LE(value, at + 8);
  };
  entry(0, 0xb000, 7, 4, "0100");
  entry(1, 0xb001, 4, 1, 2);
  entry(2, 0xb002, 7, 32, 50);
  const lengthOfFirst = first.length + index.length + 4;
  index.writeUInt32LE(0x20030000, 54);
  index.writeUInt32LE(lengthOfFirst, 58);
  index.writeUInt32LE(0x00050000, 70);
  index.writeUInt32LE(second.length, 74);
  index.writeUInt32LE(lengthOfFirst - 10, 78);
  return Buffer.concat([withSegment(first, 0xe2, index), second]);
}

/** With a short video behind it (motion photo, live photo of Android phones). */
export async function motionPhoto(): Promise<Buffer> {
  const box = Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0isommp42", "latin1"), noise(500_000, 3)]);
  return Buffer.concat([await phonePhoto(), box]);
}

/** A ZIP archive with one file that is stored as it is. */
export function zipArchive(name = "program.js", content = "alert(1)"): Buffer {
  const data = Buffer.from(content);
  const local = Buffer.alloc(30);
  local.write("PK\x03\x04", 0, "latin1");
  local.writeUInt16LE(10, 4);
  local.writeUInt32LE(crc32(data), 14);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.write("PK\x01\x02", 0, "latin1");
  local.copy(central, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), end]);
}

export const HTML = "<!DOCTYPE html><html><body><script>alert(document.cookie)</script></body></html>";
export const SVG_WITH_SCRIPT =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** A comment of a JPEG, where a polyglot's page or program likes to stand. */
export function withComment(jpeg: Buffer, text: string): Buffer {
  return withSegment(jpeg, 0xfe, Buffer.from(text));
}

/** 20,000 × 20,000 pixels in some 50 kB. */
export function decompressionBomb(side = 20_000): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = Buffer.alloc(side * (1 + Math.ceil(side / 8)));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A small PDF with these objects besides its page; `packed` ones stand in a stream of objects (/ObjStm). */
export function pdfDocument(
  options: { objects?: string[]; packed?: string[]; trailer?: string } = {},
): Buffer {
  const packed = options.packed ?? [];
  const offsets = packed.map((_, index) => `${20 + index} ${packed.slice(0, index).join(" ").length}`);
  const plain = `${offsets.join(" ")} ${packed.join(" ")}`;
  const content = deflateSync(Buffer.from(plain));
  const stream =
    packed.length > 0
      ? [
          Buffer.from(
            `9 0 obj\n<< /Type /ObjStm /N ${packed.length} /First ${offsets.join(" ").length + 1} /Filter /FlateDecode /Length ${content.length} >>\nstream\n`,
          ),
          content,
          Buffer.from("\nendstream\nendobj\n"),
        ]
      : [];
  const text = deflateSync(Buffer.from("BT /F1 12 Tf (Kassa oli kiinni) Tj ET"));
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"),
    Buffer.from("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"),
    Buffer.from("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>\nendobj\n"),
    Buffer.from(`4 0 obj\n<< /Filter /FlateDecode /Length ${text.length} >>\nstream\n`),
    text,
    Buffer.from("\nendstream\nendobj\n"),
    ...stream,
    Buffer.from(
      (options.objects ?? []).map((object, index) => `${10 + index} 0 obj\n${object}\nendobj\n`).join(""),
    ),
    Buffer.from(`trailer\n<< /Root 1 0 R ${options.trailer ?? ""} >>\nstartxref\n0\n%%EOF\n`),
  ]);
}
