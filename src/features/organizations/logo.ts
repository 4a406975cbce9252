import "server-only";
import sharp from "sharp";
import { InvalidInputError } from "@/server/errors";

/** Largest file taken; a photograph straight from a phone is larger and is no logo. */
export const LOGO_MAX_BYTES = 2 * 1024 * 1024;

/** The box a logo is shrunk into: twice the size it is shown in, for dense screens. */
export const LOGO_BOX = { width: 400, height: 120 };

/** A small file can hold an enormous picture; no logo has more pixels than this. */
const LOGO_MAX_PIXELS = 40_000_000;

type ImageKind = "png" | "jpeg" | "webp" | "svg" | "other";

/** What a file is by its first bytes; its name and declared type are the sender's claim. */
function findImageKind(bytes: Buffer): ImageKind {
  const starts = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  if (bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP") return "webp";
  if (/<svg[\s>]/i.test(bytes.toString("latin1", 0, 4096))) return "svg";
  return "other";
}

/**
 * Makes the logo that is stored from an uploaded PNG, JPEG or WebP: decoded and drawn anew as PNG, which every mail
 * program shows and in which nothing hidden survives (metadata, place, appended data). Throws InvalidInputError for
 * anything else, SVG with its own explanation: it may carry scripts.
 */
export async function makeLogo(
  upload: Uint8Array,
): Promise<{ logo: Uint8Array<ArrayBuffer>; logoType: string; width: number; height: number }> {
  if (upload.byteLength > LOGO_MAX_BYTES) throw new InvalidInputError({ logo: "logoTooBig" });
  const bytes = Buffer.from(upload);
  const kind = findImageKind(bytes);
  if (kind === "svg") throw new InvalidInputError({ logo: "logoSvg" });
  if (kind === "other") throw new InvalidInputError({ logo: "logoFormat" });
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: LOGO_MAX_PIXELS, failOn: "error" })
      .rotate()
      .resize({ ...LOGO_BOX, fit: "inside", withoutEnlargement: true })
      .png({ compressionLevel: 9, palette: true, quality: 90 })
      .toBuffer({ resolveWithObject: true });
    return { logo: new Uint8Array(data), logoType: "image/png", width: info.width, height: info.height };
  } catch {
    throw new InvalidInputError({ logo: "logoBroken" });
  }
}
