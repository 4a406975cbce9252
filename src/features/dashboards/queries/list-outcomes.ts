import "server-only";
import { cache } from "react";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { EncounterOutcome, OutcomeCounts } from "../funnel";
import { outcomesInSlice } from "../outcomes-sql";
import type { Slice } from "../schema";

/** How far the slice's encounters came; `previous` is null when nothing is compared. */
export type ComparedOutcomes = { current: OutcomeCounts; previous: OutcomeCounts | null };

/** The slice's encounters by outcome, this period and the one before. */
export const listOutcomes = cache(async (scope: Scope, slice: Slice): Promise<ComparedOutcomes> => {
  type Row = { isCurrent: boolean; outcome: EncounterOutcome; count: number };
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<Row[]>`
      select is_current as "isCurrent", outcome, count(*)::int as count
        from (${outcomesInSlice(scope, slice, Prisma.sql`null::text`)}) as cohort
       group by 1, 2`,
  );
  const toCounts = (isCurrent: boolean) =>
    new Map(rows.filter((row) => row.isCurrent === isCurrent).map(({ outcome, count }) => [outcome, count]));
  return { current: toCounts(true), previous: slice.previousFrom === null ? null : toCounts(false) };
});
