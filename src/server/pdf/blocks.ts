import { type Column, type Element, type Paper, WHOLE } from "./paper";
import { TEXT, type TextStyle } from "./style";

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
