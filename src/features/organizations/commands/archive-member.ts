import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { keepAnOwner, lockOwners } from "./keep-an-owner";

/**
 * Takes a member's access to the organization away at once, and the invitations that the member sent and nobody has
 * accepted, expired ones too (they could be sent again); what the member did stays under the member's name.
 */
export async function archiveMember(scope: Scope, memberId: string): Promise<void> {
  await withScope(scope, async (tx) => {
    await lockOwners(tx, scope);
    const member = await tx.member.findFirst({
      where: { organizationId: scope.organizationId, id: memberId, archivedAt: null },
      select: { role: true, userId: true },
    });
    if (!member) throw new NotFoundError();
    if (member.role === "owner") await keepAnOwner(tx, scope, memberId);
    await tx.member.update({
      where: key(scope, memberId),
      data: { archivedAt: scope.now },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "member.archived",
      { type: "member", id: memberId },
      { role: member.role },
    );
    const revoked = await tx.memberInvitation.updateManyAndReturn({
      where: {
        organizationId: scope.organizationId,
        invitedByUserId: member.userId,
        acceptedAt: null,
        revokedAt: null,
      },
      data: { revokedAt: scope.now },
      select: { id: true },
    });
    for (const { id } of revoked) {
      await recordActivity(tx, scope, "member.invitationRevoked", { type: "memberInvitation", id });
    }
  });
}

/** Gives an archived member the same access back. Somebody else may be the same employee by now: then it is refused. */
export async function restoreMember(scope: Scope, memberId: string): Promise<void> {
  await withScope(scope, async (tx) => {
    await lockOwners(tx, scope);
    const member = await tx.member.findFirst({
      where: { organizationId: scope.organizationId, id: memberId, NOT: { archivedAt: null } },
      select: { role: true, employeeId: true },
    });
    if (!member) throw new NotFoundError();
    if (member.employeeId) {
      const other = await tx.member.findFirst({
        where: { organizationId: scope.organizationId, employeeId: member.employeeId, archivedAt: null },
        select: { id: true },
      });
      if (other) throw new ConflictError("employeeTaken");
    }
    await tx.member.update({ where: key(scope, memberId), data: { archivedAt: null }, select: { id: true } });
    await recordActivity(
      tx,
      scope,
      "member.restored",
      { type: "member", id: memberId },
      { role: member.role },
    );
  });
}
