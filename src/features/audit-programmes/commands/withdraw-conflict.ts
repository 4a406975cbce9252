import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/** Takes one's own declaration back, when what it told of is over. Somebody else's is not found. */
export async function withdrawConflict(scope: Scope, { conflictId }: { conflictId: string }): Promise<void> {
  const { organizationId, memberId } = scope;
  if (!memberId) throw new NotFoundError();
  await withScope(scope, async (tx) => {
    const own = { organizationId, memberId, id: conflictId };
    const conflict = await tx.auditConflict.findFirst({
      where: own,
      select: { location: { select: { name: true } }, employee: { select: { name: true } } },
    });
    if (!conflict) throw new NotFoundError();
    await tx.auditConflict.deleteMany({ where: own });
    await recordActivity(
      tx,
      scope,
      "conflict.withdrawn",
      { type: "conflict", id: conflictId },
      {
        name: conflict.location?.name ?? conflict.employee?.name ?? "",
        about: conflict.location ? "location" : "employee",
      },
    );
  });
}
