import { type Column, type Element, type Paper, WHOLE } from "./paper";
import { CONTENT_WIDTH, INK, PAGE, TEXT, type TextStyle } from "./style";

/** A heading that is never left alone at the bottom of a page: `following` is how much must fit beneath it. */
export function drawHeading(paper: Paper, parent: Element, text: string, following = 60): void {
  paper.space(14);
  paper.reserve(TEXT.heading.leading + 6 + following);
  paper.text(parent, "H2", text, TEXT.heading);
  paper.space(6);
}

/** A titled text, paragraph by paragraph. */
export function drawProse(paper: Paper, parent: Element, title: string, text: string): void {
  drawHeading(paper, parent, title, 44);
  drawParagraph(paper, parent, text);
}

/** A text of several paragraphs, which empty lines part. */
export function drawParagraph(
  paper: Paper,
  parent: Element,
  text: string,
  style: TextStyle = TEXT.body,
  column: Column = WHOLE,
): void {
  for (const paragraph of text.split(/\n\s*\n/)) {
    if (paragraph.trim()) paper.text(parent, "P", paragraph.trim(), style, column);
    paper.space(5);
  }
}

/** Facts: names and values in two columns, read across. */
export function drawFacts(paper: Paper, parent: Element, facts: readonly { label: string; value: string }[]) {
  const gap = 22;
  const half = (CONTENT_WIDTH - gap) / 2;
  const labelWidth = 92;
  const table = paper.element(parent, "Table");
  for (let index = 0; index < facts.length; index += 2) {
    const cells = facts.slice(index, index + 2).map((fact, place) => {
      const x = PAGE.left + place * (half + gap);
      const value = { x: x + labelWidth, width: half - labelWidth };
      return {
        label: fact.label,
        labelColumn: { x, width: labelWidth - 6 },
        value,
        text: fact.value,
      };
    });
    const height = Math.max(...cells.map(({ text, value }) => paper.height(text, value, TEXT.body)));
    paper.reserve(height + 5);
    const top = paper.y;
    const row = paper.element(table, "TR");
    for (const { label, labelColumn, value, text } of cells) {
      paper.y = top;
      paper.text(row, "TH", label, TEXT.muted, labelColumn);
      paper.y = top;
      paper.text(row, "TD", text, TEXT.body, value);
    }
    paper.y = top + height + 4;
  }
}

/** A small filled mark in front of a list's entry, at the cursor. */
export function drawDot(paper: Paper, color: string = INK.text): void {
  const { y } = paper;
  paper.decorate((document) => document.circle(PAGE.left + 4, y + 7.5, 2).fill(color));
}

/** Where the text of a list's entry stands, beside its dot. */
export const INDENTED: Column = { x: PAGE.left + 14, width: CONTENT_WIDTH - 14 };
