import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getEncounterType } from "../queries/get-encounter-type";

/** Takes an encounter type out of use. Its encounters stay; archiving twice changes nothing. */
export async function archiveEncounterType(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    const encounterType = await getEncounterType(tx, scope, id);
    if (encounterType.archivedAt) return;
    await tx.encounterType.update({
      where: key(scope, id),
      data: { archivedAt: scope.now },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "encounterType.archived",
      { type: "encounterType", id },
      { name: encounterType.name },
    );
  });
}
