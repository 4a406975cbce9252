import type { Column, Element, Paper } from "@/server/pdf/paper";
import { CONTENT_WIDTH, INK, PAGE, TEXT } from "@/server/pdf/style";
import type { ReportView } from "../report/report-view";
import { drawMark } from "./marks";

const ROW = 30;
const NAME: Column = { x: PAGE.left, width: 148 };
const PLOT: Column = { x: PAGE.left + 160, width: CONTENT_WIDTH - 172 };

/** Every competency's mean as each side sees it, on the whole scale, with the interval of the others' mean. */
export function drawDotPlot(
  paper: Paper,
  parent: Element,
  report: ReportView,
  accent: string,
  alt: string,
): void {
  const { competencies, scale } = report;
  const height = ROW * competencies.length + 34;
  drawLegend(paper, parent, report, accent);
  paper.reserve(height);
  const top = paper.y;
  const place = (value: number) => PLOT.x + (PLOT.width * (value - 1)) / (scale.length - 1);
  const bbox: [number, number, number, number] = [PAGE.left, top, PAGE.left + CONTENT_WIDTH, top + height];
  paper.tag(
    parent,
    "Figure",
    () => {
      const { document, fonts } = paper;
      for (const { point } of scale) {
        const x = place(point);
        document
          .lineWidth(0.5)
          .strokeColor(INK.line)
          .moveTo(x, top)
          .lineTo(x, top + ROW * competencies.length)
          .stroke();
        const width = fonts.measure(`${point}`, TEXT.small);
        fonts.draw(`${point}`, x - width / 2, top + ROW * competencies.length + 3, TEXT.small);
      }
      const [first, last] = [scale[0], scale.at(-1)];
      const labelY = top + ROW * competencies.length + 15;
      if (first)
        fonts.draw(paper.lines(first.label, PLOT, TEXT.footer)[0] ?? "", PLOT.x - 4, labelY, TEXT.footer);
      if (last) {
        const [label = ""] = paper.lines(last.label, PLOT, TEXT.footer);
        const width = fonts.measure(label, TEXT.footer);
        fonts.draw(label, PLOT.x + PLOT.width - width + 4, labelY, TEXT.footer);
      }
      for (const [index, competency] of competencies.entries()) {
        const y = top + ROW * index + ROW / 2;
        const lines = paper.lines(competency.name, NAME, TEXT.body).slice(0, 2);
        for (const [line, text] of lines.entries()) {
          const lineY = y - (lines.length * 12) / 2 + line * 12 - 1;
          fonts.draw(text, NAME.x, lineY, TEXT.body);
        }
        const values = competency.figures.flatMap(({ value }) => (value === null ? [] : [value]));
        if (values.length > 1) {
          document
            .lineWidth(0.8)
            .strokeColor(INK.line)
            .moveTo(place(Math.min(...values)), y)
            .lineTo(place(Math.max(...values)), y)
            .stroke();
        }
        const total = competency.figures.find(({ side }) => side === "total");
        if (total?.interval) {
          document
            .lineWidth(3)
            .strokeColor("#b9c0c7")
            .moveTo(place(total.interval.low), y)
            .lineTo(place(total.interval.high), y)
            .stroke();
        }
        for (const { side, value } of competency.figures) {
          if (value !== null) drawMark(document, side, place(value), y, accent);
        }
      }
    },
    { alt, bbox },
  );
  paper.y = top + height + 6;
}

/** Which mark is whose, in as many lines as it takes. */
function drawLegend(paper: Paper, parent: Element, report: ReportView, accent: string): void {
  paper.reserve(TEXT.small.leading * 2 + ROW);
  const list = paper.element(parent, "L");
  let x: number = PAGE.left;
  for (const { side, label } of report.sides) {
    const width = paper.fonts.measure(label, TEXT.small) + 26;
    if (x + width > PAGE.left + CONTENT_WIDTH && x > PAGE.left) {
      x = PAGE.left;
      paper.space(TEXT.small.leading + 2);
    }
    const at = { x, y: paper.y };
    paper.decorate((document) => drawMark(document, side, at.x + 6, at.y + 6, accent));
    paper.tag(paper.element(list, "LI"), "LBody", () =>
      paper.fonts.draw(`${label} `, at.x + 15, at.y, TEXT.small),
    );
    x += width;
  }
  paper.space(TEXT.small.leading + 8);
}
