import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines } from "./break-lines";
import { makePrintable } from "./printable";

const latin = (codePoint: number) => codePoint < 0x250 || (codePoint >= 0x2010 && codePoint < 0x2030);

/** Any code points, half characters among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x24f }), fc.integer({ min: 0, max: 0x10ffff })))
  .map((codePoints) => String.fromCodePoint(...codePoints));

describe("makePrintable", () => {
  it.each([
    ["Hyvää päivää – näin!", "Hyvää päivää – näin!"],
    ["Kiitos 👍🏽😀 paljon", "Kiitos paljon"],
    ["👨‍👩‍👧", ""],
    ["Liput: 🇫🇮 5️⃣ kpl", "Liput: 5 kpl"],
    ["a\u0308iti", "äiti"],
    ["rivi\r\ntoinen\u0007", "rivi\ntoinen"],
    ["−6,3\u00a0%\u2011yks.".replace("−", "-"), "-6,3\u00a0%-yks."],
    ["1 Jan\u2009–\u20095 Feb", "1 Jan – 5 Feb"],
    ["sanoi 谢谢 ja 再见 lopuksi", "sanoi […] ja […] lopuksi"],
    ["谢谢 再见", "[…]"],
  ])("%j is printed %j", (text, printed) => expect(makePrintable(text, latin)).toBe(printed));

  it("prints only what there is a glyph for", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const character of makePrintable(text, latin)) {
          expect(character === "\n" || latin(character.codePointAt(0) as number)).toBe(true);
        }
      }),
    );
  });
});

describe("breakLines", () => {
  const broken = (text: string, width: number) => breakLines(text, width, (part) => part.length);
  it.each([
    ["", 10, [""]],
    ["yksi kaksi kolme", 10, ["yksi kaksi ", "kolme"]],
    ["eka\n\ntoka", 10, ["eka", "", "toka"]],
    ["86\u00a0% 86\u00a0%", 5, ["86\u00a0% ", "86\u00a0%"]],
    ["linja-autoasema", 10, ["linja-", "autoasema"]],
    ["ajalla 14–15", 10, ["ajalla ", "14–15"]],
    ["noin -5 astetta", 7, ["noin -5 ", "astetta"]],
    ["kirjoittaa/lukee", 11, ["kirjoittaa/", "lukee"]],
    ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ])("%j in %i", (text, width, lines) => expect(broken(text, width)).toEqual(lines));

  it("loses nothing and is never too wide", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = broken(text, width);
        expect(lines.join("").replaceAll("\n", "")).toBe(text.replaceAll("\n", ""));
        for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
