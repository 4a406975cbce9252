import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { listConcernedMembers } from "../../queries/list-concerned-members";

/**
 * Members who are told of what happens in an appeal: who opened it or wrote to it, and the audit's reviewer (all reviewers
 * when that one is gone). Only those still members, who still have to do with the audit.
 */
export async function listThreadMembers(
  tx: Transaction,
  scope: Scope,
  audit: {
    locationId: string;
    employeeId: string | null;
    reviewerMemberId: string | null;
    auditorMemberId: string;
  },
  appealId: string,
): Promise<string[]> {
  const { organizationId } = scope;
  const concerned = await listConcernedMembers(tx, scope, audit);
  const writers = await tx.$queryRaw<{ id: string }[]>`
    select m.id from members m
     where m.organization_id = ${organizationId}::uuid and m.archived_at is null and m.user_id in (
       select p.opened_by_user_id from audit_appeals p
        where p.organization_id = m.organization_id and p.id = ${appealId}::uuid
       union
       select w.written_by_user_id from audit_appeal_messages w
        where w.organization_id = m.organization_id and w.appeal_id = ${appealId}::uuid)`;
  const reach = new Set([
    ...concerned.employee,
    ...concerned.localManagers,
    ...concerned.reviewers,
    audit.auditorMemberId,
  ]);
  return [
    ...new Set([
      ...writers.map(({ id }) => id).filter((id) => reach.has(id)),
      ...(concerned.reviewer.length > 0 ? concerned.reviewer : concerned.reviewers),
    ]),
  ];
}
