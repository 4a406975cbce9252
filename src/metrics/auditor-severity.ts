import { MINIMUM_AUDITS, type ScoreSums } from "./audit-figure";
import { clipInterval, type Interval, includeInInterval } from "./interval";
import { calculateStudentQuantile } from "./probability";

/** What one auditor and the others gave in one stratum: the same location audited with the same form. */
export type SeverityStratum = { readonly own: ScoreSums; readonly others: ScoreSums };

/**
 * An auditor against others on the same visits, in percentage points: negative = more severe than the others.
 * `comparedN` of the auditor's `n` audits are where others have audited too (`othersN` of theirs); the rest says nothing.
 * `isDifferent`: the 95 % interval leaves out 0 and both sides have enough audits.
 */
export type AuditorSeverity = {
  readonly n: number;
  readonly comparedN: number;
  readonly othersN: number;
  readonly observed: number;
  readonly expected: number;
  readonly difference: number;
  readonly interval: Interval;
  readonly isDifferent: boolean;
};

/** As in floorSampleVariance: a score is known no better than the whole per cent it is read by. */
const ROUNDING_VARIANCE = 1 / 12;

/**
 * Severity by indirect standardisation (Breslow & Day 1987, Statistical methods in cancer research II): expected = the
 * mean the others gave in each stratum, weighted by the auditor's own audits there; difference = observed − expected. The
 * auditor is not part of "the others", so a lone opinion is not compared with itself.
 * The interval is Student's, with the variance pooled within the strata's two sides: few audits a stratum cannot tell
 * their own. Σ nₛ²·σ²·(1/nₛ + 1/mₛ) ÷ n² is the difference's variance.
 *
 * @returns null when fewer than MINIMUM_AUDITS of either side can be compared, or nothing is left to tell a variance from
 */
export function compareSeverity(strata: readonly SeverityStratum[]): AuditorSeverity | null {
  let n = 0;
  let [comparedN, othersN, observed, expected, factor, squares, freedom] = [0, 0, 0, 0, 0, 0, 0];
  for (const { own, others } of strata) {
    n += own.n;
    if (own.n === 0 || others.n === 0) continue;
    comparedN += own.n;
    othersN += others.n;
    observed += own.sum;
    expected += (own.n * others.sum) / others.n;
    factor += own.n + own.n ** 2 / others.n;
    squares += squaresWithin(own) + squaresWithin(others);
    freedom += own.n + others.n - 2;
  }
  if (comparedN < MINIMUM_AUDITS || othersN < MINIMUM_AUDITS || freedom < 1) return null;
  const difference = (observed - expected) / comparedN;
  const variance = Math.max(squares / freedom, ROUNDING_VARIANCE);
  const reach = (calculateStudentQuantile(freedom) * Math.sqrt(variance * factor)) / comparedN;
  const interval = includeInInterval(
    clipInterval({ low: difference - reach, high: difference + reach }, { low: -100, high: 100 }),
    difference,
  );
  return {
    n,
    comparedN,
    othersN,
    observed: observed / comparedN,
    expected: expected / comparedN,
    difference,
    interval,
    isDifferent: interval.low > 0 || interval.high < 0,
  };
}

function squaresWithin({ n, sum, sumOfSquares }: ScoreSums): number {
  return Math.max(0, sumOfSquares - sum ** 2 / n);
}
