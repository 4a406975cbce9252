import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { ScoreSums } from "@/metrics/audit-figure";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { auditsInSlice } from "../audit-slice-sql";
import type { AuditSlice } from "../schema";

export type BehaviourSums = ScoreSums & { behaviourId: string };

/**
 * Audits' scores in each behaviour of the service standard: an audit's score is the share of points that its items of the
 * behaviour earned, weighted as in their sections, bonus items left out; then the audits are added up. Behaviours that no
 * scored item pointed to are absent.
 */
export async function listBehaviourSums(scope: Scope, slice: AuditSlice): Promise<BehaviourSums[]> {
  return withScope(scope, (tx) =>
    tx.$queryRaw<BehaviourSums[]>(
      Prisma.sql`select "behaviourId", count(*)::int as n, sum(score)::float8 as sum,
                        sum(score * score)::float8 as "sumOfSquares"
                   from (select a.id, item.behaviour_id as "behaviourId",
                                100 * sum(answer.earned::numeric * item.weight::numeric)
                                    / sum(answer.possible::numeric * item.weight::numeric) as score
                           from audits a
                           join audit_answers answer on answer.organization_id = a.organization_id
                                                    and answer.audit_id = a.id
                           join audit_items item on item.organization_id = a.organization_id
                                                and item.id = answer.item_id
                          where ${auditsInSlice(scope, slice)} and answer.possible > 0 and item.weight > 0
                            and item.behaviour_id is not null and not item.is_bonus
                          group by 1, 2) scored
                  group by 1`,
    ),
  );
}
