import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** Ends the guided set-up: its banner no longer shows. Done again it changes nothing. */
export async function finishSetup(scope: Scope): Promise<void> {
  await withScope(scope, async (tx) => {
    const { count } = await tx.organization.updateMany({
      where: { id: scope.organizationId, setupDoneAt: null },
      data: { setupDoneAt: scope.now },
    });
    if (count === 0) return;
    await recordActivity(tx, scope, "organization.setupFinished", {
      type: "organization",
      id: scope.organizationId,
    });
  });
}
