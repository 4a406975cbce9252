import { distributionFromRows, type MetricKey } from "@/metrics/score-distribution";
import { groupRows } from "./group-rows";
import type { ComparedDistribution } from "./schema";

/** A row of `select …, answered_at >= from as is_current, score, count(*)`; `key` is what it was grouped by. */
export type ComparedRow = { key: string; isCurrent: boolean; score: number; count: number };

/** Rows of one metric as distributions by key; a key without rows is missing. */
export function collectCompared(
  metric: MetricKey,
  rows: readonly ComparedRow[],
  isCompared: boolean,
): Map<string, ComparedDistribution> {
  const byKey = groupRows(rows, (row) => row.key);
  return new Map(
    Array.from(byKey, ([key, keyRows]) => [
      key,
      {
        current: distributionFromRows(
          metric,
          keyRows.filter((row) => row.isCurrent),
        ),
        previous: isCompared
          ? distributionFromRows(
              metric,
              keyRows.filter((row) => !row.isCurrent),
            )
          : null,
      },
    ]),
  );
}
