import "server-only";
import { cache } from "react";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { dimensionValue } from "../attribution-sql";
import type { EncounterOutcome, OutcomeCounts } from "../funnel";
import { groupRows } from "../group-rows";
import { outcomesInSlice } from "../outcomes-sql";
import type { Dimension, Slice } from "../schema";

/** The period's encounters by outcome per touchpoint, employee … by id ("" for customers without a segment). */
export const listGroupOutcomes = cache(
  async (scope: Scope, slice: Slice, dimension: Dimension): Promise<Map<string, OutcomeCounts>> => {
    type Row = { key: string; outcome: EncounterOutcome; count: number };
    const period = { ...slice, previousFrom: null };
    const rows = await withScope(
      scope,
      (tx) => tx.$queryRaw<Row[]>`
        select coalesce(key, '') as key, outcome, count(*)::int as count
          from (${outcomesInSlice(scope, period, dimensionValue(dimension, "encounters"))}) as cohort
         group by 1, 2`,
    );
    return new Map(
      Array.from(
        groupRows(rows, (row) => row.key),
        ([key, keyRows]) => [key, new Map(keyRows.map(({ outcome, count }) => [outcome, count]))],
      ),
    );
  },
);
