/** Private-use characters that PostgreSQL puts around a found word; never part of a text that is shown. */
export const HIGHLIGHT_START = "\uE000";
export const HIGHLIGHT_STOP = "\uE001";

/** A piece of a text; `isHit` when it is what was searched for. */
export type TextPiece = { readonly text: string; readonly isHit: boolean };

/** Cuts a marked text into pieces; the marks are gone from them. No marks gives one piece; "" gives none. */
export function splitHighlights(marked: string): TextPiece[] {
  return marked
    .split(HIGHLIGHT_START)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isHit: false }];
      const [hit = "", ...rest] = part.split(HIGHLIGHT_STOP);
      return [
        { text: hit, isHit: true },
        { text: rest.join(""), isHit: false },
      ];
    })
    .map((piece) => ({ ...piece, text: piece.text.replaceAll(HIGHLIGHT_STOP, "") }))
    .filter((piece) => piece.text !== "");
}
