/** One dot of a funnel plot, with every text it shows. */
export type PlotPoint = {
  key: string;
  name: string;
  n: number;
  value: number;
  /** The figure and its interval, the number of answers, where it lies: one line each. */
  lines: string[];
  /** How far out it lies; only those outside both pairs of limits are named in the drawing. */
  zone: "inside" | "between" | "outside";
};

/** Both pairs of limits at one number of answers. */
export type PlotLimits = {
  n: number;
  innerLow: number;
  innerHigh: number;
  outerLow: number;
  outerHigh: number;
};

/** More names than this would cover each other. */
const MOST_NAMED = 10;

/** The dots that are named beside their mark: of those outside, the ones farthest from the centre. */
export function choosePlotNames(points: readonly PlotPoint[], centre: number): Set<string> {
  return new Set(
    points
      .filter(({ zone }) => zone === "outside")
      .sort((a, b) => Math.abs(b.value - centre) - Math.abs(a.value - centre))
      .slice(0, MOST_NAMED)
      .map(({ key }) => key),
  );
}

/** The dot nearest to a place in the drawing, within reach; null when there is none. */
export function findNearestPoint<P extends { x: number; y: number }>(
  marks: readonly P[],
  at: { x: number; y: number },
  reach: number,
): P | null {
  let nearest: P | null = null;
  let shortest = reach;
  for (const mark of marks) {
    const distance = Math.hypot(mark.x - at.x, mark.y - at.y);
    if (distance <= shortest) [nearest, shortest] = [mark, distance];
  }
  return nearest;
}
