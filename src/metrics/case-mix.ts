import { MINIMUM_ANSWERS_TO_TEST } from "./change";
import type { FigureUnit } from "./figure-shape";
import { HEADLINES } from "./headline";
import { clipInterval, type Interval, includeInInterval } from "./interval";
import { calculateMoments, calculateSpread } from "./moments";
import { Z_95 } from "./probability";
import { addDistributions, type ScoreDistribution } from "./score-distribution";

/** Answers of one kind of encounter, such as one touchpoint in one channel; `stratum` identifies the kind. */
export type Stratum = { readonly stratum: string; readonly distribution: ScoreDistribution };

/**
 * An employee against the organization on the same mix of encounters, in the headline's unit.
 * `comparedN` of the `n` answers are of a kind that somebody else has answers for too; the rest compares with itself and
 * adds nothing. `isDifferent`: the 95 % interval of the difference leaves out 0 and enough answers are compared.
 */
export type CaseMixComparison = {
  readonly unit: FigureUnit;
  readonly n: number;
  readonly comparedN: number;
  readonly observed: number;
  readonly expected: number;
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly isDifferent: boolean;
};

/**
 * Indirect standardisation (Breslow & Day 1987, Statistical methods in cancer research II): expected = what the
 * organization, the employee included, gets on average in each stratum, weighted by the employee's answers there;
 * difference = observed − expected, 0 when everybody performs the same. Because the employee is part of the organization,
 * the difference's variance is Σ nₛ·σₛ²·(1 − nₛ/Nₛ) ÷ n².
 *
 * @param own the employee's answers; strata that come twice are added up
 * @param organization everybody's answers, the employee's included
 * @returns null without answers, or when nobody else has answers in any of the employee's strata
 * @throws RangeError when the metrics differ, or a stratum has more answers than the organization has there
 */
export function compareWithCaseMix(
  own: readonly Stratum[],
  organization: readonly Stratum[],
): CaseMixComparison | null {
  const ownStrata = collectStrata(own);
  const allStrata = collectStrata(organization);
  let [n, comparedN, observedTotal, expectedTotal, varianceTotal] = [0, 0, 0, 0, 0];
  for (const [stratum, distribution] of ownStrata) {
    const mine = calculateMoments(distribution);
    if (!mine) continue;
    const everybody = allStrata.get(stratum);
    const all = everybody && checkContains(stratum, everybody, distribution) && calculateMoments(everybody);
    if (!everybody || !all) throw new RangeError(`The organization has no answers in ${stratum}`);
    n += mine.n;
    comparedN += all.n > mine.n ? mine.n : 0;
    observedTotal += mine.n * mine.mean;
    expectedTotal += mine.n * all.mean;
    varianceTotal += mine.n * (calculateSpread(everybody)?.variance ?? 0) * (1 - mine.n / all.n);
  }
  const metric = [...ownStrata.values()][0]?.metric;
  if (comparedN === 0 || metric === undefined) return null;

  const { unit, scale } = HEADLINES[metric];
  const width = scale.high - scale.low;
  const difference = (observedTotal - expectedTotal) / n;
  const standardError = Math.sqrt(varianceTotal) / n;
  const reach = Z_95 * standardError;
  const interval = includeInInterval(
    clipInterval({ low: difference - reach, high: difference + reach }, { low: -width, high: width }),
    difference,
  );
  return {
    unit,
    n,
    comparedN,
    observed: observedTotal / n,
    expected: expectedTotal / n,
    difference,
    standardError,
    interval,
    isDifferent: comparedN >= MINIMUM_ANSWERS_TO_TEST && (interval.low > 0 || interval.high < 0),
  };
}

function collectStrata(strata: readonly Stratum[]): Map<string, ScoreDistribution> {
  const collected = new Map<string, ScoreDistribution>();
  for (const { stratum, distribution } of strata) {
    const known = collected.get(stratum);
    collected.set(stratum, known ? addDistributions(known, distribution) : distribution);
  }
  return collected;
}

function checkContains(stratum: string, all: ScoreDistribution, part: ScoreDistribution): true {
  const exceeds = part.counts.some((count, index) => count > (all.counts[index] ?? 0));
  if (exceeds || all.metric !== part.metric) {
    throw new RangeError(`The organization's answers in ${stratum} do not contain the group's`);
  }
  return true;
}
