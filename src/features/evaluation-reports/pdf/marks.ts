import type PDFDocument from "pdfkit";
import { INK } from "@/server/pdf/style";
import type { SideKey } from "../report/report-view";

type Document = InstanceType<typeof PDFDocument>;

/** How a side is drawn: a shape of its own, so that it is told apart without colours. */
export function drawMark(document: Document, side: SideKey, x: number, y: number, accent: string): void {
  const size = side === "total" || side === "self" ? 4.6 : 3.9;
  const color = side === "self" ? accent : INK.text;
  document.lineWidth(1.1).strokeColor(color);
  const polygon = (...points: [number, number][]) =>
    document.polygon(...points.map(([dx, dy]): [number, number] => [x + dx * size, y + dy * size]));
  switch (side) {
    case "self":
      polygon([0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]).fill(color);
      break;
    case "total":
      document.circle(x, y, size).fill(color);
      break;
    case "manager":
      document.rect(x - size, y - size, 2 * size, 2 * size).fillAndStroke(INK.white, color);
      break;
    case "peer":
      document.circle(x, y, size).fillAndStroke(INK.white, color);
      break;
    case "report":
      polygon([0, 1], [1, -0.8], [-1, -0.8]).fillAndStroke(INK.white, color);
      break;
    case "customer":
      polygon([0, -1], [1, 0.8], [-1, 0.8]).fillAndStroke(INK.white, color);
      break;
    case "member":
      polygon([0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]).fillAndStroke(INK.white, color);
      break;
    case "others":
      document
        .moveTo(x - size, y - size)
        .lineTo(x + size, y + size)
        .moveTo(x + size, y - size)
        .lineTo(x - size, y + size)
        .stroke();
  }
}
