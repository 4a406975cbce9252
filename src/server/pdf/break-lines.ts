/** Where a line may end: after a space, a hyphen, a dash or a slash; never at a non-breaking space. */
const BREAKS = /(?<=[ \-–—/])(?=[^ \-–—/])/;

/**
 * Breaks a text into lines no wider than `width`; its own line breaks stay. What is wider than a line by itself is cut
 * between characters. A line keeps the space it ends with, so that words stay apart for whoever reads the text and not
 * the picture. An empty text gives one empty line.
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split("\n").flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

function breakParagraph(paragraph: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of piecesOf(paragraph)) {
    const visible = measure(piece.trimEnd());
    if (line && used + visible > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    if (visible > width) {
      const parts = cut(piece, width, measure);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? "";
      used = measure(line);
    } else {
      line += piece;
      used += measure(piece);
    }
  }
  lines.push(line);
  return lines;
}

/** A minus or a dash before a digit stays with it: it is a sign or a range, no place to break. */
function piecesOf(paragraph: string): string[] {
  const pieces: string[] = [];
  for (const piece of paragraph.split(BREAKS)) {
    const before = pieces.at(-1);
    if (before !== undefined && /(^|[ \d])[-–]$/.test(before) && /^\d/.test(piece)) {
      pieces[pieces.length - 1] = before + piece;
    } else pieces.push(piece);
  }
  return pieces;
}

function cut(piece: string, width: number, measure: (text: string) => number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of piece) {
    if (part && measure((part + character).trimEnd()) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  parts.push(part);
  return parts;
}
