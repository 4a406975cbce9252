import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { type Transaction, withOwnPapers } from "@/server/database";
import type { Scope } from "@/server/scope";
import { type Feeling, type FeelingMoment, type FeelingTone, feelingsOf } from "../feelings";
import { ownEntries } from "../own-entries";
import { firstDay } from "../rules";
import type { PatternPeriod } from "../schema";

/** How many entries had a pleasant, neutral or unpleasant feeling. */
export type ToneCounts = Record<FeelingTone, number>;

/** What one's own entries of a period have in common. All counts are of entries; what was not chosen is not counted. */
export type DiaryPatterns = {
  entries: number;
  /** Between start and end: turned more pleasant, stayed, turned less pleasant; where both were chosen. */
  changes: Record<"own" | "customer", { better: number; same: number; worse: number }>;
  /** How often each feeling was chosen at each moment. */
  feelings: { moment: FeelingMoment; feeling: Feeling; count: number }[];
  /** What the end was like where the customer came with an unpleasant feeling. */
  afterUnpleasantStart: { entries: number; own: ToneCounts; customer: ToneCounts };
  /** By month ("2026-11"), the newest first, a year at most: how encounters ended. */
  months: { month: string; entries: number; own: ToneCounts; customer: ToneCounts }[];
};

const MONTHS = 12;

const tone = (column: string) => Prisma.sql`case
  when ${Prisma.raw(column)} = any(${feelingsOf("pleasant")}::text[]) then 1
  when ${Prisma.raw(column)} = any(${feelingsOf("unpleasant")}::text[]) then -1
  when ${Prisma.raw(column)} is not null then 0 end`;

/** The patterns of one's own diary in a period that ends today. No entries: zeros and empty lists. */
export async function getDiaryPatterns(scope: Scope, period: PatternPeriod): Promise<DiaryPatterns> {
  const { organizationId, employeeId, writerMemberId } = ownEntries(scope);
  const from = firstDay(period, scope.now, scope.timeZone);
  const entries = Prisma.sql`
    with entry as (
      select happened_on, own_feeling_at_start, own_feeling_at_end, customer_feeling_at_start, customer_feeling_at_end,
             ${tone("own_feeling_at_start")} as own_start, ${tone("own_feeling_at_end")} as own_end,
             ${tone("customer_feeling_at_start")} as customer_start, ${tone("customer_feeling_at_end")} as customer_end
        from diary_entries
       where organization_id = ${organizationId}::uuid and employee_id = ${employeeId}::uuid
         and writer_member_id = ${writerMemberId}::uuid and (${from}::date is null or happened_on >= ${from}::date))`;
  return withOwnPapers(scope, async (tx) => ({
    ...(await readTotals(tx, entries)),
    feelings: await tx.$queryRaw<DiaryPatterns["feelings"]>`${entries}
      select chosen.moment, chosen.feeling, count(*)::int as count
        from entry cross join lateral (values
          ('ownFeelingAtStart', own_feeling_at_start), ('ownFeelingAtEnd', own_feeling_at_end),
          ('customerFeelingAtStart', customer_feeling_at_start), ('customerFeelingAtEnd', customer_feeling_at_end)
        ) as chosen (moment, feeling)
       where chosen.feeling is not null
       group by chosen.moment, chosen.feeling`,
    months: (
      await tx.$queryRaw<({ month: string; entries: number } & EndRow)[]>`${entries}
        select to_char(happened_on, 'YYYY-MM') as month, count(*)::int as entries, ${endColumns(Prisma.sql`true`)}
          from entry group by 1 order by 1 desc limit ${MONTHS}`
    ).map(({ month, entries, ...ends }) => ({ month, entries, ...toTones(ends) })),
  }));
}

type EndRow = Record<`${"own" | "customer"}${"Pleasant" | "Neutral" | "Unpleasant"}`, number>;

function endColumns(condition: Prisma.Sql): Prisma.Sql {
  const count = (column: string, value: number, name: string) =>
    Prisma.sql`count(*) filter (where ${condition} and ${Prisma.raw(column)} = ${value})::int as ${Prisma.raw(`"${name}"`)}`;
  return Prisma.join(
    (["own", "customer"] as const).flatMap((who) => [
      count(`${who}_end`, 1, `${who}Pleasant`),
      count(`${who}_end`, 0, `${who}Neutral`),
      count(`${who}_end`, -1, `${who}Unpleasant`),
    ]),
    ", ",
  );
}

function toTones(row: EndRow): { own: ToneCounts; customer: ToneCounts } {
  return {
    own: { pleasant: row.ownPleasant, neutral: row.ownNeutral, unpleasant: row.ownUnpleasant },
    customer: {
      pleasant: row.customerPleasant,
      neutral: row.customerNeutral,
      unpleasant: row.customerUnpleasant,
    },
  };
}

type TotalsRow = EndRow &
  Record<"entries" | "hard" | `${"own" | "customer"}${"Better" | "Same" | "Worse"}`, number>;

async function readTotals(tx: Transaction, entries: Prisma.Sql) {
  const [row] = await tx.$queryRaw<[TotalsRow]>`${entries}
    select count(*)::int as entries,
           count(*) filter (where customer_start = -1)::int as hard,
           count(*) filter (where own_end > own_start)::int as "ownBetter",
           count(*) filter (where own_end = own_start)::int as "ownSame",
           count(*) filter (where own_end < own_start)::int as "ownWorse",
           count(*) filter (where customer_end > customer_start)::int as "customerBetter",
           count(*) filter (where customer_end = customer_start)::int as "customerSame",
           count(*) filter (where customer_end < customer_start)::int as "customerWorse",
           ${endColumns(Prisma.sql`customer_start = -1`)}
      from entry`;
  return {
    entries: row.entries,
    changes: {
      own: { better: row.ownBetter, same: row.ownSame, worse: row.ownWorse },
      customer: { better: row.customerBetter, same: row.customerSame, worse: row.customerWorse },
    },
    afterUnpleasantStart: { entries: row.hard, ...toTones(row) },
  };
}
