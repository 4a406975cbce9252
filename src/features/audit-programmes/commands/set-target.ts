import "server-only";
import { v7 as uuidv7 } from "uuid";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { TargetInput } from "../schema";
import { lockProgramme } from "./lock-programme";
import { checkPlace } from "./programme-checks";

/** Says how many visits a programme wants at a place; said again for the same place, the new number holds. */
export async function setTarget(scope: Scope, input: TargetInput): Promise<{ id: string }> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const programme = await lockProgramme(tx, scope, input.programmeId);
    if (programme.status === "ended") throw new ConflictError("programmeEnded");
    const names = await checkPlace(tx, scope, { ...input, formId: programme.formId });
    const { visits, ...place } = input;
    const same = await tx.auditTarget.updateManyAndReturn({
      where: { organizationId, ...place },
      data: { visits },
      select: { id: true },
    });
    const id = same[0]?.id ?? uuidv7();
    if (same.length === 0) await tx.auditTarget.createMany({ data: { organizationId, id, ...input } });
    await recordActivity(
      tx,
      scope,
      "programme.targetSet",
      { type: "programme", id: programme.id },
      { name: programme.name, ...names, visits },
    );
    return { id };
  });
}
