import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getTouchpoint } from "../queries/get-touchpoint";
import { lockJourney } from "./journey-order";

/** Takes a touchpoint out of use. Its encounters and figures stay; archiving twice changes nothing. */
export async function archiveTouchpoint(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    await lockJourney(tx, scope);
    const touchpoint = await getTouchpoint(tx, scope, id);
    if (touchpoint.archivedAt) return;
    await tx.touchpoint.update({
      where: key(scope, id),
      data: { archivedAt: scope.now },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "touchpoint.archived",
      { type: "touchpoint", id },
      { name: touchpoint.name },
    );
  });
}
