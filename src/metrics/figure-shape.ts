import type { Interval } from "./interval";

/** Which figure it is; the screen looks up its name by this. */
export type FigureKey =
  | "nps"
  | "csat"
  | "csatMean"
  | "ces"
  | "cesEasy"
  | "responseRate"
  | "eligibleShare"
  | "invitedShare";

/** points: −100…+100; share: 0…1; mean: on the metric's own scale. */
export type FigureUnit = "points" | "share" | "mean";

/**
 * A figure as every screen, export and message gets it: unrounded, with its n and 95 % interval.
 * `value` is null exactly when n is 0. `interval` is null when n is too small for one (n = 0; for means n = 1).
 */
export type Figure = {
  readonly key: FigureKey;
  readonly unit: FigureUnit;
  readonly value: number | null;
  readonly n: number;
  readonly interval: Interval | null;
};
