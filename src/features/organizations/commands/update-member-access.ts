import "server-only";
import type { MemberAccessInput } from "@/features/organizations/schema";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { checkAccess } from "./check-access";
import { keepAnOwner, lockOwners } from "./keep-an-owner";

/** Changes a member's role and what the member may see; it counts from the member's next click on. */
export async function updateMemberAccess(scope: Scope, input: MemberAccessInput): Promise<void> {
  await withScope(scope, async (tx) => {
    await lockOwners(tx, scope);
    const member = await tx.member.findFirst({
      where: { organizationId: scope.organizationId, id: input.memberId, archivedAt: null },
      select: { id: true, role: true },
    });
    if (!member) throw new NotFoundError();
    const access = await checkAccess(tx, scope, input, member.id);
    if (member.role === "owner" && access.role !== "owner") await keepAnOwner(tx, scope, member.id);
    const { locationIds, ...columns } = access;
    await tx.member.update({ where: key(scope, member.id), data: columns, select: { id: true } });
    await tx.memberLocation.deleteMany({
      where: { organizationId: scope.organizationId, memberId: member.id },
    });
    await tx.memberLocation.createMany({
      data: locationIds.map((locationId) => ({
        organizationId: scope.organizationId,
        memberId: member.id,
        locationId,
      })),
    });
    await recordActivity(
      tx,
      scope,
      member.role === access.role ? "member.accessChanged" : "member.roleChanged",
      { type: "member", id: member.id },
      { role: access.role, previousRole: member.role, locations: locationIds.length },
    );
  });
}
