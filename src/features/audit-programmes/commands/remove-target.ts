import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";

/** Takes a target away; visits assigned because of it stay. */
export async function removeTarget(scope: Scope, { targetId }: { targetId: string }): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    const target = await tx.auditTarget.findUnique({
      where: key(scope, targetId),
      select: {
        programme: { select: { id: true, name: true } },
        location: { select: { name: true } },
        touchpoint: { select: { name: true } },
      },
    });
    if (!target) throw new NotFoundError();
    const { programme, location, touchpoint } = target;
    await tx.auditTarget.deleteMany({ where: { organizationId: scope.organizationId, id: targetId } });
    await recordActivity(
      tx,
      scope,
      "programme.targetRemoved",
      { type: "programme", id: programme.id },
      { name: programme.name, location: location.name, touchpoint: touchpoint.name },
    );
  });
}
