import type { Element, Paper } from "@/server/pdf/paper";
import { CONTENT_WIDTH, INK, PAGE, TEXT } from "@/server/pdf/style";
import type { CompetencyView, ReportView, SideKey } from "../report/report-view";
import { drawMark } from "./marks";

const RADIUS = 92;
/** Fewer corners make no shape. */
const FEWEST_CORNERS = 3;

/** Oneself and the others as two shapes over all competencies; nothing where there are too few of them or of the figures. */
export function drawRadar(
  paper: Paper,
  parent: Element,
  report: ReportView,
  accent: string,
  alt: string,
): void {
  const sides = (["total", "self"] as const).filter((side) =>
    report.competencies.every((competency) => meanOf(competency, side) !== null),
  );
  if (report.competencies.length < FEWEST_CORNERS || sides.length === 0) return;
  const height = 2 * RADIUS + 56;
  paper.reserve(height);
  const top = paper.y;
  const centre = { x: PAGE.left + CONTENT_WIDTH / 2, y: top + height / 2 };
  const most = report.scale.length;
  const corner = (index: number, value: number) => {
    const angle = (2 * Math.PI * index) / report.competencies.length - Math.PI / 2;
    const distance = (RADIUS * (value - 1)) / (most - 1);
    return { x: centre.x + distance * Math.cos(angle), y: centre.y + distance * Math.sin(angle) };
  };
  const polygon = (values: number[]): [number, number][] =>
    values.map((value, index) => {
      const { x, y } = corner(index, value);
      return [x, y];
    });
  const bbox: [number, number, number, number] = [PAGE.left, top, PAGE.left + CONTENT_WIDTH, top + height];
  paper.tag(
    parent,
    "Figure",
    () => {
      const { document, fonts } = paper;
      for (const { point } of report.scale) {
        if (point === 1) continue;
        document
          .lineWidth(0.5)
          .strokeColor(INK.line)
          .polygon(...polygon(report.competencies.map(() => point)))
          .stroke();
        fonts.draw(`${point}`, centre.x + 3, corner(0, point).y - 5, TEXT.footer);
      }
      for (const [index, competency] of report.competencies.entries()) {
        const end = corner(index, most);
        document
          .lineWidth(0.5)
          .strokeColor(INK.line)
          .moveTo(centre.x, centre.y)
          .lineTo(end.x, end.y)
          .stroke();
        const width = fonts.measure(competency.name, TEXT.small);
        const isLeft = end.x < centre.x - 5;
        const isRight = end.x > centre.x + 5;
        const x = isRight ? end.x + 7 : isLeft ? end.x - width - 7 : end.x - width / 2;
        const y = end.y + (isLeft || isRight ? -6 : end.y < centre.y ? -17 : 6);
        fonts.draw(competency.name, x, y, TEXT.small);
      }
      for (const side of sides) {
        const values = report.competencies.map((competency) => meanOf(competency, side) ?? 1);
        document.lineWidth(1.6).strokeColor(side === "self" ? accent : INK.text);
        if (side === "self") document.dash(4, { space: 3 });
        document.polygon(...polygon(values)).stroke();
        document.undash();
        for (const [x, y] of polygon(values)) drawMark(document, side, x, y, accent);
      }
    },
    { alt, bbox },
  );
  paper.y = top + height + 8;
}

function meanOf({ figures }: CompetencyView, side: SideKey): number | null {
  return figures.find((figure) => figure.side === side)?.value ?? null;
}
