import "server-only";
import { v7 as uuidv7 } from "uuid";
import { asDate, dayOf } from "@/features/audit-programmes/windows";
import { readCurrentFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-current-framework-version";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { judgeCycle } from "../rules";
import type { CycleInput } from "../schema";

/**
 * Makes a cycle as a draft: nobody is asked anything before it is opened. NotFoundError for a foreign framework,
 * ConflictError for one of which nothing was published, InvalidInputError for days and groups that do not fit together.
 */
export async function createCycle(scope: Scope, input: CycleInput): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  const faults = judgeCycle(input);
  if (input.closesOn < dayOf(scope.now, scope.timeZone)) faults.closesOn ??= "cycleOpensInPast";
  if (Object.keys(faults).length > 0) throw new InvalidInputError(faults);
  const { organizationId, now } = scope;
  const { groups, opensOn, closesOn, nominateUntil, ...columns } = input;
  return withScope(scope, async (tx) => {
    await readCurrentFrameworkVersion(tx, scope, input.frameworkId);
    const id = uuidv7();
    await tx.evaluationCycle.createMany({
      data: {
        organizationId,
        id,
        ...columns,
        opensOn: asDate(opensOn),
        closesOn: asDate(closesOn),
        nominateUntil: nominateUntil ? asDate(nominateUntil) : null,
        createdAt: now,
        createdByUserId: scope.userId,
        updatedAt: now,
      },
    });
    await tx.evaluationCycleGroup.createMany({
      data: groups.map((group) => ({ organizationId, cycleId: id, ...group })),
    });
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.created",
      { type: "evaluationCycle", id },
      { name: input.name },
    );
    return { id };
  });
}
