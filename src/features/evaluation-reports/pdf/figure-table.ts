import type { Column, Element, Paper } from "@/server/pdf/paper";
import { CONTENT_WIDTH, INK, PAGE, TEXT } from "@/server/pdf/style";
import type { Side, SideFigure } from "../report/report-view";

type Row = { name: string; figures: readonly SideFigure[]; isHead?: boolean };

const FIGURE_WIDTH = 50;
const HEAD = { ...TEXT.small, leading: 10, size: 7.5 };

/** Means as each side gave them: a row a thing, a column a side, with how many answered beneath. */
export function drawFigureTable(
  paper: Paper,
  parent: Element,
  sides: readonly Side[],
  rows: readonly Row[],
  nameOfRows: string,
): void {
  const name: Column = { x: PAGE.left, width: CONTENT_WIDTH - sides.length * FIGURE_WIDTH - 8 };
  const columns = sides.map(
    (_, index): Column => ({
      x: PAGE.left + CONTENT_WIDTH - (sides.length - index) * FIGURE_WIDTH,
      width: FIGURE_WIDTH - 4,
    }),
  );
  const headHeight = Math.max(
    ...sides.map(({ label }, index) => paper.height(label, columns[index] as Column, HEAD)),
  );
  paper.reserve(headHeight + 60);
  const table = paper.element(parent, "Table");
  const head = paper.element(table, "TR");
  const top = paper.y;
  paper.text(head, "TH", nameOfRows, HEAD, name);
  for (const [index, { label }] of sides.entries()) {
    paper.y = top;
    for (const line of paper.lines(label, columns[index] as Column, HEAD)) {
      paper.textRight(head, index === 0 ? "TH" : "TH", line.trimEnd(), HEAD, columns[index]);
      paper.space(HEAD.leading);
    }
  }
  paper.y = top + headHeight + 3;
  paper.rule(INK.line);
  paper.space(4);
  for (const row of rows) drawRow(paper, table, row, name, columns);
  paper.space(4);
}

function drawRow(paper: Paper, table: Element, row: Row, name: Column, columns: Column[]): void {
  const style = row.isHead ? TEXT.strong : TEXT.body;
  const height = Math.max(paper.height(row.name, name, style), TEXT.body.leading + TEXT.footer.leading - 2);
  paper.reserve(height + 8);
  const top = paper.y;
  const line = paper.element(table, "TR");
  paper.text(line, "TH", row.name, style, name);
  for (const [index, figure] of row.figures.entries()) {
    const column = columns[index];
    if (!column) continue;
    const cell = paper.element(line, "TD");
    paper.y = top;
    paper.textRight(cell, "P", figure.valueText, figure.side === "total" ? TEXT.strong : TEXT.body, column);
    if (figure.nText) {
      paper.y = top + TEXT.body.leading - 2;
      paper.textRight(cell, "P", figure.nText, TEXT.footer, column);
    }
  }
  paper.y = top + height + 4;
  paper.rule("#eceef0", { x: PAGE.left, width: CONTENT_WIDTH }, 0.4);
  paper.space(4);
}
