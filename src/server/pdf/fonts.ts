import { readFileSync } from "node:fs";
import path from "node:path";
import type PDFDocument from "pdfkit";
import type { TextStyle, Weight } from "./style";

type Document = InstanceType<typeof PDFDocument>;

/** The parts a font comes in, by how often they are needed; a letter is drawn from the first that has it. */
const PARTS = ["latin", "latin-ext", "cyrillic", "greek", "vietnamese", "cyrillic-ext", "greek-ext"] as const;
const WEIGHTS: Record<Weight, number> = { regular: 400, semibold: 600 };

const files = new Map<string, Buffer>();

/** Read once: the files are part of the product. */
function readFont(part: string, weight: Weight): Buffer {
  const name = `source-sans-3-${part}-${WEIGHTS[weight]}-normal.woff`;
  const known = files.get(name);
  if (known) return known;
  const folder = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    "node_modules/@fontsource/source-sans-3",
  );
  const content = readFileSync(path.join(folder, "files", name));
  files.set(name, content);
  return content;
}

/** A stretch of text that one part of the font can draw. */
type Run = { font: string; text: string };

/** Source Sans 3 for one document: which letters it has, how wide texts are, and what to draw them with. */
export type Fonts = ReturnType<typeof openFonts>;

export function openFonts(document: Document) {
  const registered = new Set<string>();
  const partOf = new Map<number, string | null>();
  const widths = new Map<string, number>();

  const use = (part: string, weight: Weight): string => {
    const name = `${part}-${weight}`;
    if (!registered.has(name)) {
      document.registerFont(name, readFont(part, weight));
      registered.add(name);
    }
    return name;
  };
  const findPart = (codePoint: number): string | null => {
    const known = partOf.get(codePoint);
    if (known !== undefined) return known;
    const found =
      PARTS.find((part) => {
        document.font(use(part, "regular"));
        return (document as unknown as Opened)._font.font.hasGlyphForCodePoint(codePoint);
      }) ?? null;
    partOf.set(codePoint, found);
    return found;
  };
  const runsOf = (text: string, weight: Weight): Run[] => {
    const runs: Run[] = [];
    for (const character of text) {
      const font = use(findPart(character.codePointAt(0) as number) ?? "latin", weight);
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  };
  const widthOf = ({ font, text }: Run, size: number) =>
    document.font(font).fontSize(size).widthOfString(text);

  return {
    hasGlyph: (codePoint: number) => findPart(codePoint) !== null,
    /** Words come again and again: each is measured once. */
    measure(text: string, { size, weight }: TextStyle): number {
      const name = `${weight} ${size} ${text}`;
      const known = widths.get(name);
      if (known !== undefined) return known;
      const width = runsOf(text, weight).reduce((sum, run) => sum + widthOf(run, size), 0);
      widths.set(name, width);
      return width;
    },
    /** Draws one line with its top left corner at a place. */
    draw(text: string, x: number, y: number, { size, weight, color }: TextStyle) {
      let at = x;
      for (const run of runsOf(text, weight)) {
        document.font(run.font).fontSize(size).fillColor(color).text(run.text, at, y, { lineBreak: false });
        at += widthOf(run, size);
      }
    },
  };
}

/** The font in use, as pdfkit keeps it. */
type Opened = { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } };
