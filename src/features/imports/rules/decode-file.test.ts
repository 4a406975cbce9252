import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeFile, isSpreadsheet, sniffEncoding } from "./decode-file";

const TEXT = "Tunniste;Työntekijä;Päivä\n1;Åsa Mäkelä;21.11.2026\n2;Väinö Hölttä;1.2.2026\n";
const bytes = (encoding: string, text = TEXT, addBOM = false) =>
  new Uint8Array(iconv.encode(text, encoding, { addBOM }));

describe("sniffEncoding and decodeFile", () => {
  it.each([
    ["UTF-8", bytes("utf-8"), "utf-8"],
    ["UTF-8 with byte order mark", bytes("utf-8", TEXT, true), "utf-8"],
    ["Windows-1252", bytes("windows-1252"), "windows-1252"],
    ["ISO-8859-1, read as its superset", bytes("iso-8859-1"), "windows-1252"],
    ["Windows-1252 with a euro sign", bytes("windows-1252", `${TEXT}3;Ääni;€\n`), "windows-1252"],
    ["UTF-16 little-endian with byte order mark", bytes("utf-16le", TEXT, true), "utf-16le"],
    ["UTF-16 big-endian with byte order mark", bytes("utf-16be", TEXT, true), "utf-16be"],
    ["UTF-16 little-endian without byte order mark", bytes("utf-16le"), "utf-16le"],
    ["UTF-16 big-endian without byte order mark", bytes("utf-16be"), "utf-16be"],
    ["plain ASCII", bytes("utf-8", "id,name\n1,Matti\n"), "utf-8"],
  ] as const)("%s", (_, input, expected) => {
    const encoding = sniffEncoding(input);
    expect(encoding).toBe(expected);
    const text = decodeFile(input, encoding ?? "utf-8");
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
    expect(text).toMatch(/^(Tunniste;Työntekijä;Päivä\n1;Åsa Mäkelä|id,name\n1,Matti)/);
  });

  it("gives the one kind of line end, whatever the file has", () => {
    expect(decodeFile(bytes("utf-8", "a\r\nb\rc\n"), "utf-8")).toBe("a\nb\nc\n");
  });

  it("refuses bytes that are no text", () => {
    expect(sniffEncoding(new Uint8Array([0x89, 0x50, 0, 0, 0, 0x0d, 0, 0, 7, 0]))).toBeNull();
  });

  it("recognises spreadsheets by their first bytes", () => {
    expect(isSpreadsheet(new Uint8Array([0x50, 0x4b, 3, 4, 20]))).toBe(true);
    expect(isSpreadsheet(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe(true);
    expect(isSpreadsheet(bytes("utf-8"))).toBe(false);
  });
});
