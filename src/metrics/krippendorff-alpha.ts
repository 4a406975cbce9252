import { clipInterval, type Interval } from "./interval";
import { calculateStudentQuantile } from "./probability";

/**
 * How far two values are apart: nominal – the same or not; ordinal – by the ranks between them; interval – by their
 * difference; ratio – by their difference against their sum (values from 0 upwards).
 */
export type AlphaLevel = "nominal" | "ordinal" | "interval" | "ratio";

export type Agreement = {
  /** 1 = always the same, 0 = no better than chance, below 0 = worse than chance; null when there is nothing to tell. */
  readonly alpha: number | null;
  /** 95 %; null below MINIMUM_UNITS and where it would have no width (everybody agreed every time). */
  readonly interval: Interval | null;
  /** Units that at least two observers valued. */
  readonly units: number;
  /** Values in those units. */
  readonly values: number;
  /** Every value is the same: nothing in the data could have shown a disagreement, so alpha is null. */
  readonly isUnanimous: boolean;
};

/** No interval is given from fewer units than this. */
export const MINIMUM_UNITS = 5;

const LIMITS: Interval = { low: -1, high: 1 };

/**
 * Krippendorff's alpha: how far observers of the same things agree, corrected for chance (Krippendorff 2011, Computing
 * Krippendorff's Alpha-Reliability). Any number of observers and values, some of them missing. α = 1 − observed ÷ expected
 * disagreement, both from the coincidences of values within units. The interval is Student's on jackknife pseudo-values
 * (a unit left out at a time; Efron & Tibshirani 1993, chapter 11), cut at −1 and 1.
 * No unit with two values, or every value the same: alpha null.
 * @param units for each thing observed, the values it got; missing ones are left out
 * @throws RangeError on a value that is not finite, or below 0 on the ratio level
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], level: AlphaLevel): Agreement {
  const pairable = units.filter((values) => values.length >= 2);
  for (const value of pairable.flat()) {
    if (!Number.isFinite(value) || (level === "ratio" && value < 0))
      throw new RangeError(`no value on the ${level} level: ${value}`);
  }
  const alpha = calculateAlpha(pairable, level);
  return {
    alpha,
    interval: alpha === null ? null : calculateJackknifeInterval(pairable, level, alpha),
    units: pairable.length,
    values: pairable.reduce((sum, values) => sum + values.length, 0),
    isUnanimous: pairable.length > 0 && new Set(pairable.flat()).size === 1,
  };
}

function calculateAlpha(units: readonly (readonly number[])[], level: AlphaLevel): number | null {
  const domain = [...new Set(units.flat())].sort((a, b) => a - b);
  if (domain.length < 2) return null;
  const place = new Map(domain.map((value, index) => [value, index]));
  const totals = domain.map(() => 0);
  for (const value of units.flat()) increase(totals, place.get(value) as number, 1);
  const distance = distancesOf(level, domain, totals);

  let observed = 0;
  for (const values of units) {
    let within = 0;
    for (const one of values)
      for (const other of values) within += distance(place.get(one) as number, place.get(other) as number);
    observed += within / (values.length - 1);
  }
  let expected = 0;
  for (let one = 0; one < domain.length; one += 1)
    for (let other = 0; other < domain.length; other += 1)
      expected += (totals[one] as number) * (totals[other] as number) * distance(one, other);
  const n = totals.reduce((sum, count) => sum + count, 0);
  return 1 - ((n - 1) * observed) / expected;
}

/** The squared distance of two values, by their places in the ordered domain. */
function distancesOf(
  level: AlphaLevel,
  domain: readonly number[],
  totals: readonly number[],
): (one: number, other: number) => number {
  const value = (place: number) => domain[place] as number;
  switch (level) {
    case "nominal":
      return (one, other) => (one === other ? 0 : 1);
    case "interval":
      return (one, other) => (value(one) - value(other)) ** 2;
    case "ratio":
      return (one, other) =>
        one === other ? 0 : ((value(one) - value(other)) / (value(one) + value(other))) ** 2;
    case "ordinal": {
      // How many values lie below a value, counting half of those equal to it.
      let below = 0;
      const ranks = totals.map((count) => {
        const rank = below + count / 2;
        below += count;
        return rank;
      });
      return (one, other) => ((ranks[one] as number) - (ranks[other] as number)) ** 2;
    }
  }
}

function calculateJackknifeInterval(
  units: readonly (readonly number[])[],
  level: AlphaLevel,
  alpha: number,
): Interval | null {
  const n = units.length;
  if (n < MINIMUM_UNITS) return null;
  const pseudoValues: number[] = [];
  for (let left = 0; left < n; left += 1) {
    const without = calculateAlpha([...units.slice(0, left), ...units.slice(left + 1)], level);
    // The whole variation lies in one unit: leaving it out leaves nothing to tell.
    if (without === null) return null;
    pseudoValues.push(n * alpha - (n - 1) * without);
  }
  const mean = pseudoValues.reduce((sum, value) => sum + value, 0) / n;
  const variance = pseudoValues.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  if (variance < 1e-12) return null;
  const reach = calculateStudentQuantile(n - 1) * Math.sqrt(variance / n);
  return clipInterval({ low: alpha - reach, high: alpha + reach }, LIMITS);
}

function increase(counts: number[], index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by;
}
