import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getEncounterType } from "../queries/get-encounter-type";
import { isEncounterTypeNameTaken } from "./encounter-type-names";

/** Takes an archived encounter type back into use. */
export async function restoreEncounterType(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    const encounterType = await getEncounterType(tx, scope, id);
    if (!encounterType.archivedAt) return;
    if (await isEncounterTypeNameTaken(tx, scope, encounterType.name, id))
      throw new ConflictError("nameTakenMeanwhile");
    await tx.encounterType.update({
      where: key(scope, id),
      data: { archivedAt: null },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "encounterType.restored",
      { type: "encounterType", id },
      { name: encounterType.name },
    );
  });
}
