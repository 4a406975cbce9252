/** Why a point is called a change, and on which side of the centre it lies. */
export type Signal = {
  readonly rule: "beyond-limits" | "run-of-nine";
  readonly side: "above" | "below";
};

/** A baseline of fewer points gives no limits. */
export const MINIMUM_BASELINE_POINTS = 8;

const RUN_LENGTH = 9;

/** Differences below this are arithmetic, not data: figures are at least a millionth apart. */
const TOLERANCE = 1e-9;

type JudgedPoint = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** False when the point is too skewed to lie on either side equally often; it is then passed over by the run rule. */
  readonly canRun?: boolean;
};

/**
 * Rules 1 and 2 of Nelson 1984 (The Shewhart control chart: tests for special causes): one point beyond the limits; nine in
 * a row on one side of the centre, signalled from the ninth on. A point on the centre ends a run; a point without a value
 * is passed over. Beyond-limits wins when both hold.
 * @returns one entry per point; null = within normal variation
 */
export function findSignals(points: readonly JudgedPoint[], centre: number): (Signal | null)[] {
  let runSide: Signal["side"] | null = null;
  let runLength = 0;
  return points.map(({ value, lower, upper, canRun = true }) => {
    if (value === null) return null;
    const side = sideOf(value, centre);
    if (canRun) {
      runLength = side !== null && side === runSide ? runLength + 1 : 1;
      runSide = side;
    }
    if (upper !== null && value > upper + TOLERANCE) return { rule: "beyond-limits", side: "above" };
    if (lower !== null && value < lower - TOLERANCE) return { rule: "beyond-limits", side: "below" };
    return canRun && side !== null && runLength >= RUN_LENGTH ? { rule: "run-of-nine", side } : null;
  });
}

function sideOf(value: number, centre: number): Signal["side"] | null {
  if (Math.abs(value - centre) <= TOLERANCE) return null;
  return value > centre ? "above" : "below";
}
