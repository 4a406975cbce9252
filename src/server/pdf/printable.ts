/** Drawn otherwise: the fonts have no glyph of their own for these, and a reader takes them for the same. */
const STAND_INS: Record<string, string> = {
  "\u2011": "-",
  "\u202f": "\u00a0",
  "\u2007": "\u00a0",
  // The fonts name a thin space and cannot measure it; dates of a period come with two of them.
  "\u2009": " ",
  "\t": " ",
  "→": "–",
  "✓": "+",
  "≥": ">",
  "≤": "<",
};

/** Pictures among letters, and what only changes how they look: they say nothing that paper could show. */
const PICTURES = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Mn}|\p{Me}/u;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/**
 * A text as fonts can draw it: pictures and invisible characters are left out, composed letters are one character, and a
 * run of letters that no font has becomes "[…]", so that a reader sees that something stood there. Line breaks stay.
 */
export function makePrintable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  let written = "";
  let isMissing = false;
  for (const character of text.normalize("NFC").replaceAll("\r\n", "\n").replaceAll("\r", "\n")) {
    const drawn = STAND_INS[character] ?? character;
    const codePoint = drawn.codePointAt(0) ?? 0;
    if (drawn === "\n" || drawn === " " || drawn === "\u00a0") {
      // Between two runs that are missing a space says nothing either.
      if (!(isMissing && drawn === " ")) isMissing = false;
      written += drawn;
    } else if (INVISIBLE.test(drawn)) {
      // Nothing to draw.
    } else if (hasGlyph(codePoint)) {
      written += drawn;
      isMissing = false;
    } else if (!isMissing && !PICTURES.test(drawn)) {
      written += "[…]";
      isMissing = true;
    }
  }
  return written.replace(/ {2,}/g, " ").replace(/ +(\n|$)/g, "$1");
}
