import "server-only";
import { v7 as uuidv7 } from "uuid";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import type { ProgrammeInput } from "../schema";
import { asDate } from "../windows";
import { checkForm } from "./programme-checks";

/** Makes a programme as a draft: nobody is assigned to it before it is activated. */
export async function createProgramme(scope: Scope, input: ProgrammeInput): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await checkForm(tx, scope, input);
    const id = uuidv7();
    await tx.auditProgramme.createMany({
      data: {
        organizationId: scope.organizationId,
        id,
        ...input,
        startsOn: asDate(input.startsOn),
        endsOn: asDate(input.endsOn),
        createdAt: scope.now,
        updatedAt: scope.now,
      },
    });
    await recordActivity(tx, scope, "programme.created", { type: "programme", id }, { name: input.name });
    return { id };
  });
}
