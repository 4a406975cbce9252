import "server-only";
import { cache } from "react";
import type { Scope } from "@/server/scope";
import { listComparedPeriods } from "../compared-distributions";
import type { EncounterOutcome, OutcomeCounts } from "../funnel";
import { OUTCOMES_COUNTED } from "../outcomes-sql";
import { readCounts } from "../rollups/read-counts";
import type { Slice } from "../schema";

/** How far the slice's encounters came; `previous` is null when nothing is compared. */
export type ComparedOutcomes = { current: OutcomeCounts; previous: OutcomeCounts | null };

/** The slice's encounters by outcome, this period and the one before. */
export const listOutcomes = cache(async (scope: Scope, slice: Slice): Promise<ComparedOutcomes> => {
  const [rows = []] = await readCounts(
    scope,
    [{ periods: listComparedPeriods(slice), filters: slice.filters, dimensions: [], interval: null }],
    OUTCOMES_COUNTED,
  );
  const toCounts = (period: number): OutcomeCounts =>
    new Map(
      rows
        .filter((row) => row.period === period && row.sums[0] !== 0)
        .map((row) => [row.key as EncounterOutcome, row.sums[0] ?? 0]),
    );
  return { current: toCounts(0), previous: slice.previousFrom === null ? null : toCounts(1) };
});
