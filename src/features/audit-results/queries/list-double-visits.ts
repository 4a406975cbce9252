import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { auditsInSlice } from "../audit-slice-sql";
import type { AuditSlice } from "../schema";

/**
 * How the auditors of double visits answered one item: the answers of one visit as texts (a number; the chosen options'
 * keys, sorted and with a blank between), and of how many visits they are the answers. Not applicable and not answered
 * are left out.
 */
export type DoubleVisitAnswers = { itemKey: string; answers: string[]; visits: number };

/** The slice's double visits by item and answers given: equal ones are counted, so that there are few rows of many visits. */
export async function listDoubleVisitAnswers(scope: Scope, slice: AuditSlice): Promise<DoubleVisitAnswers[]> {
  return withScope(scope, (tx) =>
    tx.$queryRaw<DoubleVisitAnswers[]>(
      Prisma.sql`select "itemKey", answers, count(*)::int as visits
                   from (select item.key as "itemKey", a.double_visit_id,
                                array_agg(case when item.kind in ('yes_no', 'number', 'duration')
                                               then answer.number::text
                                               else (select coalesce(string_agg(chosen, ' ' order by chosen), '')
                                                       from unnest(answer.option_keys) chosen) end
                                          order by answer.number, answer.option_keys, a.id) as answers
                           from audits a
                           join audit_answers answer on answer.organization_id = a.organization_id
                                                    and answer.audit_id = a.id
                           join audit_items item on item.organization_id = a.organization_id
                                                and item.id = answer.item_id
                          where ${auditsInSlice(scope, slice)} and a.double_visit_id is not null
                            and not answer.is_not_applicable and item.kind not in ('text', 'photo')
                            and (answer.number is not null or cardinality(answer.option_keys) > 0)
                          group by 1, 2) pairs
                  group by 1, 2 order by 1, 2`,
    ),
  );
}

/** Visits of the slice that at least two auditors made. */
export async function countDoubleVisits(scope: Scope, slice: AuditSlice): Promise<number> {
  const [found] = await withScope(scope, (tx) =>
    tx.$queryRaw<{ visits: number }[]>(
      Prisma.sql`select count(*)::int as visits
                   from (select 1 from audits a where ${auditsInSlice(scope, slice)} and a.double_visit_id is not null
                          group by a.double_visit_id having count(*) > 1) visits`,
    ),
  );
  return found?.visits ?? 0;
}
