import "server-only";
import { v7 as uuidv7 } from "uuid";
import { requireStartable } from "@/features/audit-programmes/queries/require-startable";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { requireCurrentVersion } from "../queries/require-current-version";

/**
 * Begins the audit of an accepted assignment against the form's current version, or finds the one that was begun: an
 * assignment has one audit, however often and on however many devices it is started. Attribution is the assignment's.
 * Throws NotFoundError for somebody else's assignment, ConflictError while it cannot be started.
 */
export async function startAudit(
  scope: Scope,
  { assignmentId }: { assignmentId: string },
): Promise<{ auditId: string }> {
  const { organizationId, memberId } = scope;
  if (!memberId) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    const own = await tx.$queryRaw<unknown[]>`
      select 1 from audit_assignments
       where organization_id = ${organizationId}::uuid and id = ${assignmentId}::uuid and member_id = ${memberId}::uuid
         for no key update`;
    if (own.length === 0) throw new NotFoundError();
    const begun = await tx.audit.findUnique({
      where: { organizationId_assignmentId: { organizationId, assignmentId } },
      select: { id: true },
    });
    if (begun) return { auditId: begun.id };
    const { programme, location, touchpoint, ...assignment } = await requireStartable(
      tx,
      scope,
      assignmentId,
    );
    const auditId = uuidv7();
    await tx.audit.createMany({
      data: {
        organizationId,
        id: auditId,
        kind: "mystery",
        formVersionId: await requireCurrentVersion(tx, scope, programme.formId),
        programmeId: programme.id,
        assignmentId,
        doubleVisitId: assignment.doubleVisitId,
        auditorMemberId: memberId,
        touchpointId: touchpoint.id,
        channel: touchpoint.channel,
        locationId: location.id,
        teamId: assignment.teamId,
        encounterTypeId: programme.encounterTypeId,
        staffInformedOn: programme.staffInformedOn,
        createdAt: scope.now,
        updatedAt: scope.now,
      },
    });
    await recordActivity(
      tx,
      scope,
      "audit.started",
      { type: "audit", id: auditId },
      { programme: programme.name, location: location.name, touchpoint: touchpoint.name },
    );
    return { auditId };
  });
}
