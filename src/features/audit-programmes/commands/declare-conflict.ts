import "server-only";
import { v7 as uuidv7 } from "uuid";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import { readDeclaredConflicts } from "../queries/read-declared-conflicts";
import { judgeConflict } from "../rules";
import type { ConflictInput } from "../schema";
import { recordDecline } from "./decline-assignment";

/**
 * A consultant declares a location or an employee that the consultant cannot audit without bias. No visit there is given to
 * them any more, whoever assigns; open ones that were not begun are declined with the declared reason. Resolves to how many
 * were. ConflictError when it was declared before.
 */
export async function declareConflict(
  scope: Scope,
  input: ConflictInput,
): Promise<{ id: string; declined: number }> {
  const { organizationId, memberId } = scope;
  if (!memberId) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    await lockForTransaction(tx, scope, `visits-of:${memberId}`);
    const name = await findSubject(tx, scope, input);
    const { locationId, employeeId, reason } = input;
    const same = { organizationId, memberId, locationId, employeeId };
    if (await tx.auditConflict.findFirst({ where: same, select: { id: true } })) {
      throw new ConflictError("conflictDeclaredAlready");
    }
    const id = uuidv7();
    await tx.auditConflict.createMany({ data: { ...same, id, reason, declaredAt: scope.now } });
    await recordActivity(
      tx,
      scope,
      "conflict.declared",
      { type: "conflict", id },
      { name, about: locationId ? "location" : "employee", reason },
    );
    return { id, declined: await declineOpen(tx, scope, memberId, reason) };
  });
}

async function findSubject(tx: Transaction, scope: Scope, input: ConflictInput): Promise<string> {
  const inUse = { organizationId: scope.organizationId, archivedAt: null };
  const subject = input.locationId
    ? await tx.location.findFirst({ where: { ...inUse, id: input.locationId }, select: { name: true } })
    : await tx.employee.findFirst({
        where: { ...inUse, id: input.employeeId as string },
        select: { name: true },
      });
  if (!subject) throw new NotFoundError();
  return subject.name;
}

/** Declines the member's open visits that a declared conflict now refuses. */
async function declineOpen(tx: Transaction, scope: Scope, memberId: string, reason: string): Promise<number> {
  const { organizationId } = scope;
  const conflicts = await readDeclaredConflicts(tx, scope, [memberId]);
  await tx.$queryRaw`
    select 1 from audit_assignments
     where organization_id = ${organizationId}::uuid and member_id = ${memberId}::uuid
       and status in ('offered', 'accepted')
     order by id for no key update`;
  const open = await tx.auditAssignment.findMany({
    where: { organizationId, memberId, status: { in: ["offered", "accepted"] }, audit: { is: null } },
    select: {
      id: true,
      locationId: true,
      teamId: true,
      createdByUserId: true,
      programme: { select: { name: true } },
      location: { select: { name: true } },
    },
    orderBy: { id: "asc" },
  });
  const refused = open.filter((visit) =>
    conflicts.some((conflict) => judgeConflict(visit, conflict).length > 0),
  );
  for (const assignment of refused) await recordDecline(tx, scope, assignment, reason);
  return refused.length;
}
