import type { Interval } from "./interval";
import { type AlphaLevel, krippendorffAlpha } from "./krippendorff-alpha";

/** Double visits it takes to say anything of agreement. */
export const MINIMUM_DOUBLE_VISITS = 5;

/**
 * Krippendorff's bound (2004, Content analysis, 2nd ed., p. 241): below it not even tentative conclusions may be drawn from
 * what the auditors say.
 */
export const LEAST_RELIABLE_ALPHA = 0.667;

/**
 * How far auditors agree on one item.
 * - `tooFew`: fewer than MINIMUM_DOUBLE_VISITS visits answered by two
 * - `noVariation`: everybody answered the same everywhere, so nothing could have shown a disagreement
 * - `disagree`: alpha for certain below LEAST_RELIABLE_ALPHA, its interval with it
 * - `agree`: alpha at least that; `unclear`: below, but more double visits might show otherwise
 */
export type AuditorAgreement = {
  /** 1 = always the same, 0 = as by chance, below 0 = worse; null unless it can be told. */
  readonly alpha: number | null;
  /** Visits that at least two auditors answered. */
  readonly n: number;
  readonly interval: Interval | null;
  readonly verdict: "tooFew" | "noVariation" | "disagree" | "unclear" | "agree";
};

/**
 * Krippendorff's alpha of the answers to one item (krippendorffAlpha), judged. Visits answered by one auditor only do not
 * count; no visits: `tooFew`.
 * @param visits the answers of each visit, in any order of the auditors
 */
export function measureAgreement(
  visits: readonly (readonly number[])[],
  level: AlphaLevel,
): AuditorAgreement {
  const { alpha, interval, units: n } = krippendorffAlpha(visits, level);
  if (n < MINIMUM_DOUBLE_VISITS) return { alpha: null, n, interval: null, verdict: "tooFew" };
  if (alpha === null) return { alpha, n, interval: null, verdict: "noVariation" };
  if (alpha >= LEAST_RELIABLE_ALPHA) return { alpha, n, interval, verdict: "agree" };
  const isCertain = interval !== null && interval.high < LEAST_RELIABLE_ALPHA;
  return { alpha, n, interval, verdict: isCertain ? "disagree" : "unclear" };
}
