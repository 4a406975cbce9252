export type FileKind = "jpeg" | "png" | "webp" | "heic" | "svg" | "pdf" | "other";

/** Brands of the container that iPhones and some Android phones write photos in. */
const HEIC_BRANDS = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis"];

/** What a file is by its first bytes; its name and declared type are the sender's claim. */
export function findFileKind(bytes: Buffer): FileKind {
  const starts = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  const text = (from: number, to: number) => bytes.toString("latin1", from, to);
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "webp";
  if (text(4, 8) === "ftyp" && HEIC_BRANDS.includes(text(8, 12))) return "heic";
  if (text(0, 5) === "%PDF-") return "pdf";
  if (/<svg[\s>]/i.test(text(0, 4096))) return "svg";
  return "other";
}
