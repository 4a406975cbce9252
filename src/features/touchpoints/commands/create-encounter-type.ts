import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import type { EncounterTypeInput } from "../schema";
import { isEncounterTypeNameTaken } from "./encounter-type-names";

/** Adds an encounter type. */
export async function createEncounterType(scope: Scope, input: EncounterTypeInput): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    if (await isEncounterTypeNameTaken(tx, scope, input.name))
      throw new InvalidInputError({ name: "nameTaken" });
    const encounterType = await tx.encounterType.create({
      data: { organizationId: scope.organizationId, ...input, createdAt: scope.now },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "encounterType.created",
      { type: "encounterType", id: encounterType.id },
      { name: input.name },
    );
    return encounterType;
  });
}
