import "server-only";
import { cache } from "react";
import type { Scope } from "@/server/scope";
import type { EncounterOutcome, OutcomeCounts } from "../funnel";
import { groupRows } from "../group-rows";
import { OUTCOMES_COUNTED } from "../outcomes-sql";
import { readCounts } from "../rollups/read-counts";
import type { Dimension, Slice } from "../schema";

/**
 * The period's encounters by outcome per touchpoint, employee … by id ("" for customers without a segment).
 * @param employeeIds only these employees' encounters, which is cheap for a few of thousands
 */
export const listGroupOutcomes = cache(
  async (
    scope: Scope,
    slice: Slice,
    dimension: Dimension,
    employeeIds?: readonly string[],
  ): Promise<Map<string, OutcomeCounts>> => {
    const [rows = []] = await readCounts(
      scope,
      [
        {
          periods: [{ from: slice.from, to: slice.to }],
          filters: slice.filters,
          dimensions: [dimension],
          interval: null,
          ...(employeeIds ? { employeeIds } : {}),
        },
      ],
      OUTCOMES_COUNTED,
    );
    const counted = rows.filter(({ sums }) => sums[0] !== 0);
    return new Map(
      Array.from(
        groupRows(counted, ({ group }) => group[0] ?? ""),
        ([key, some]) => [key, new Map(some.map((row) => [row.key as EncounterOutcome, row.sums[0] ?? 0]))],
      ),
    );
  },
);
