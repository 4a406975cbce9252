import type { MarkShape } from "@/ui/charts/mark-shape";
import type { SideFigure, SideKey } from "../report/report-view";

/** The shape each side has in every picture of the product, on screen and on paper. */
export const SIDE_MARKS: Record<SideKey, MarkShape> = {
  self: "solidDiamond",
  manager: "square",
  member: "diamond",
  peer: "circle",
  report: "triangleDown",
  customer: "triangleUp",
  others: "cross",
  total: "solidCircle",
};

/** Values as marks, those that are compared first; sides without a value have none. */
export function marksOf(figures: readonly SideFigure[]) {
  const isCompared = ({ side }: SideFigure) => Number(side === "total" || side === "self");
  return [...figures]
    .sort((a, b) => isCompared(b) - isCompared(a))
    .flatMap(({ side, value }) => (value === null ? [] : [{ key: side, value, shape: SIDE_MARKS[side] }]));
}

/** From self to the others, where both are there. */
export function spanOf(figures: readonly SideFigure[]): [number, number] | null {
  const [self, total] = ["self", "total"].map(
    (side) => figures.find((figure) => figure.side === side)?.value,
  );
  return self == null || total == null ? null : [self, total];
}

/** "Self 4.50, Colleagues 3.20" for those who do not see the marks. */
export function textOf(figures: readonly SideFigure[]): string {
  return figures.map(({ label, valueText }) => `${label} ${valueText}`).join(", ");
}

/** "3.20 (n = 5, 2.80–3.60)" for tables. */
export function cellText({ valueText, nText, intervalText }: SideFigure): string {
  const inside = [nText, intervalText].filter(Boolean).join(", ");
  return inside ? `${valueText} (${inside})` : valueText;
}
