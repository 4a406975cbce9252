import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { auditsInSlice } from "../audit-slice-sql";
import type { AuditSlice } from "../schema";

/** Answers to one item of a form (its versions together): in all (`locationId` null) or at one location. */
export type ItemSums = {
  itemKey: string;
  locationId: string | null;
  /** Scored answers. */
  n: number;
  /** Of the answers' shares of points earned, 0…1 each. */
  sum: number;
  failed: number;
  notApplicable: number;
};

/**
 * The answers to a form's scored items, together and by location.
 * @param passPoints by item id (`passPointsOf`): fewer points are failed
 */
export async function listItemSums(
  scope: Scope,
  slice: AuditSlice,
  passPoints: ReadonlyMap<string, number>,
): Promise<ItemSums[]> {
  if (passPoints.size === 0) return [];
  return withScope(scope, (tx) =>
    tx.$queryRaw<ItemSums[]>(
      Prisma.sql`select item.key as "itemKey", a.location_id as "locationId",
                        count(answer.possible)::int as n,
                        coalesce(sum(answer.earned::numeric / answer.possible::numeric), 0)::float8 as sum,
                        count(*) filter (where answer.earned < pass.points)::int as failed,
                        count(*) filter (where answer.is_not_applicable)::int as "notApplicable"
                   from audits a
                   join audit_answers answer on answer.organization_id = a.organization_id
                                            and answer.audit_id = a.id
                   join audit_items item on item.organization_id = a.organization_id and item.id = answer.item_id
                   join unnest(${[...passPoints.keys()]}::uuid[], ${[...passPoints.values()]}::float8[])
                        as pass (item_id, points) on pass.item_id = answer.item_id
                  where ${auditsInSlice(scope, slice)} and (answer.possible > 0 or answer.is_not_applicable)
                  group by grouping sets ((item.key), (item.key, a.location_id))`,
    ),
  );
}
