import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getEncounterType } from "../queries/get-encounter-type";
import type { EncounterTypeInput } from "../schema";
import { isEncounterTypeNameTaken } from "./encounter-type-names";

/** Renames or describes an encounter type. */
export async function updateEncounterType(
  scope: Scope,
  { id, ...input }: EncounterTypeInput & { id: string },
): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const encounterType = await getEncounterType(tx, scope, id);
    const isNameTaken =
      !encounterType.archivedAt && (await isEncounterTypeNameTaken(tx, scope, input.name, id));
    if (isNameTaken) throw new InvalidInputError({ name: "nameTaken" });
    await tx.encounterType.update({ where: key(scope, id), data: input, select: { id: true } });
    await recordActivity(
      tx,
      scope,
      "encounterType.updated",
      { type: "encounterType", id },
      { name: input.name },
    );
    return { id };
  });
}
