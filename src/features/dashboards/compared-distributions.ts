import { emptyDistribution, type MetricKey } from "@/metrics/score-distribution";
import type { AnswerCounts } from "./rollups/read-answer-counts";
import type { ComparedDistribution, Slice } from "./schema";

/** The slice's period, and the one before it if it has one: as `collectCompared` expects them counted. */
export function listComparedPeriods({ from, to, previousFrom }: Slice): { from: Date; to: Date }[] {
  return [{ from, to }, ...(previousFrom === null ? [] : [{ from: previousFrom, to: from }])];
}

/** Counts of one metric, this period's and the one's before, by key; a key without answers in either is missing. */
export function collectCompared(
  metric: MetricKey,
  rows: readonly AnswerCounts[],
  keyOf: (row: AnswerCounts) => string,
  { previousFrom }: Slice,
): Map<string, ComparedDistribution> {
  const empty = emptyDistribution(metric);
  const byKey = new Map<string, ComparedDistribution>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = byKey.get(key) ?? { current: empty, previous: previousFrom === null ? null : empty };
    byKey.set(
      key,
      row.period === 0 ? { ...known, current: row.distribution } : { ...known, previous: row.distribution },
    );
  }
  return byKey;
}
