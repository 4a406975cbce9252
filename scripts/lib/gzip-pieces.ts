import { constants, crc32, deflateRawSync } from "node:zlib";

/** A text that is sent many times: as it is, and compressed so that other pieces may stand before and after it. */
export type Literal = { plain: Buffer; deflated: Buffer };

export function prepareLiteral(text: string): Literal {
  const plain = Buffer.from(text);
  // A full flush ends at a byte and refers to nothing outside of the piece (RFC 1951).
  return { plain, deflated: deflateRawSync(plain, { level: 9, finishFlush: constants.Z_FULL_FLUSH }) };
}

const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const LAST_BLOCK = Buffer.from([3, 0]);

/**
 * One gzip file (RFC 1952) of literals that are compressed already and short texts that are stored as they are. Compressing
 * a page anew took longer than everything else about sending it.
 */
export function gzipPieces(pieces: (Literal | string)[]): Buffer {
  const parts: Buffer[] = [HEADER];
  let checksum = 0;
  let length = 0;
  for (const piece of pieces) {
    const plain = typeof piece === "string" ? Buffer.from(piece) : piece.plain;
    parts.push(typeof piece === "string" ? storedBlock(plain) : piece.deflated);
    checksum = crc32(plain, checksum);
    length += plain.length;
  }
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(checksum, 0);
  trailer.writeUInt32LE(length % 2 ** 32, 4);
  return Buffer.concat([...parts, LAST_BLOCK, trailer]);
}

/** A block says its length in two bytes, so a longer text takes several. */
function storedBlock(text: Buffer): Buffer {
  const blocks: Buffer[] = [];
  for (let start = 0; start < text.length; start += 0xffff) {
    const part = text.subarray(start, start + 0xffff);
    const head = Buffer.alloc(5);
    head.writeUInt16LE(part.length, 1);
    head.writeUInt16LE(part.length ^ 0xffff, 3);
    blocks.push(head, part);
  }
  return Buffer.concat(blocks);
}
