import type PDFDocument from "pdfkit";
import { breakLines } from "./break-lines";
import type { Fonts } from "./fonts";
import { makePrintable } from "./printable";
import { CONTENT_WIDTH, PAGE, type TextStyle } from "./style";

type Document = InstanceType<typeof PDFDocument>;
export type Element = PDFKit.PDFStructureElement;

/** Where a text stands: its left edge and width; the whole page's unless said otherwise. */
export type Column = { x: number; width: number };
export const WHOLE: Column = { x: PAGE.left, width: CONTENT_WIDTH };

type Marks = { alt?: string; bbox?: [number, number, number, number]; scope?: "Row" | "Column" };

/**
 * Pages that fill from the top: a cursor, texts that flow over pages, and the structure that screen readers follow. What is
 * drawn is either part of the structure (`tag`) or decoration (`decorate`); never one within the other.
 */
export class Paper {
  y: number = PAGE.top;
  pages = 1;

  constructor(
    readonly document: Document,
    readonly fonts: Fonts,
  ) {}

  get left(): number {
    return PAGE.height - PAGE.bottom - this.y;
  }

  /** Goes on at the top of a new page; what is being tagged goes on there. */
  turn(): void {
    this.document.continueOnNewPage();
    this.y = PAGE.top;
    this.pages += 1;
  }

  /** Turns the page unless there is room for so much; more than a page is not waited for. */
  reserve(height: number): void {
    if (this.left < Math.min(height, PAGE.height - PAGE.top - PAGE.bottom)) this.turn();
  }

  space(height: number): void {
    this.y += height;
  }

  /** A new element of the structure, to hold others. */
  element(parent: Element, type: string): Element {
    const element = this.document.struct(type);
    parent.add(element);
    return element;
  }

  /** Draws something as an element of the structure. */
  tag(parent: Element, type: string, draw: () => void, marks: Marks = {}): void {
    // Types lag behind: pdfkit takes bbox and scope too.
    parent.add(this.document.struct(type, { ...marks, ...(marks.bbox ? { placement: "Block" } : {}) }, draw));
  }

  /** Draws something that only looks good. */
  decorate(draw: (document: Document) => void): void {
    this.document.markContent("Artifact", { type: "Layout" });
    draw(this.document);
    this.document.endMarkedContent();
  }

  lines(text: string, { width }: Column, style: TextStyle): string[] {
    const printable = makePrintable(text, this.fonts.hasGlyph);
    return breakLines(printable, width, (part) => this.fonts.measure(part, style));
  }

  /** How high a text is without page breaks. */
  height(text: string, column: Column, style: TextStyle): number {
    return this.lines(text, column, style).length * style.leading;
  }

  /** A text from the cursor on, over pages if it must; a single line of several is not left behind. */
  text(parent: Element, type: string, text: string, style: TextStyle, column: Column = WHOLE): void {
    const lines = this.lines(text, column, style);
    if (lines.length > 1 && this.left < 2 * style.leading) this.turn();
    if (this.left < style.leading) this.turn();
    this.tag(parent, type, () => {
      for (const [index, line] of lines.entries()) {
        const isLastButOne = index === lines.length - 2 && lines.length > 2;
        if (this.left < style.leading * (isLastButOne ? 2 : 1)) this.turn();
        this.fonts.draw(line, column.x, this.y, style);
        this.y += style.leading;
      }
    });
  }

  /** A text at the right edge of a column, at the cursor, which stays. */
  textRight(parent: Element, type: string, text: string, style: TextStyle, column: Column = WHOLE): void {
    const printable = makePrintable(text, this.fonts.hasGlyph);
    const x = column.x + column.width - this.fonts.measure(printable, style);
    // The space keeps it apart from what is read next.
    this.tag(parent, type, () => this.fonts.draw(`${printable} `, x, this.y, style));
  }

  /** A line across the page. */
  rule(color: string, { x, width }: Column = WHOLE, thickness = 0.6): void {
    const { y } = this;
    this.decorate((document) =>
      document
        .lineWidth(thickness)
        .strokeColor(color)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(),
    );
  }
}
