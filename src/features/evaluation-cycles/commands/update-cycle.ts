import "server-only";
import { asDate, isoDay } from "@/features/audit-programmes/windows";
import { readCurrentFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-current-framework-version";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { inviteRaters } from "../raters/commands/invite-raters";
import { judgeCycle, judgeCycleChange } from "../rules";
import type { CycleGroup, CycleInput, RaterGroup } from "../schema";
import { lockCycle } from "./lock-cycle";

/**
 * Changes a cycle's settings as far as they may still change (`judgeCycleChange`): InvalidInputError at each field that may
 * not. A cancelled cycle does not change any more.
 */
export async function updateCycle(scope: Scope, input: { cycleId: string } & CycleInput): Promise<void> {
  const { cycleId, ...wanted } = input;
  await withScope(scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, cycleId);
    if (cycle.status === "cancelled") throw new ConflictError("cycleStateChanged");
    const standing = {
      ...cycle,
      opensOn: isoDay(cycle.opensOn),
      closesOn: isoDay(cycle.closesOn),
      nominateUntil: cycle.nominateUntil && isoDay(cycle.nominateUntil),
      isInvited: cycle.firstInvitedAt !== null,
      groups: await tx.evaluationCycleGroup.findMany({
        where: { organizationId: scope.organizationId, cycleId },
        select: { raterGroup: true, minimum: true, maximum: true },
      }),
      usedGroups: await readUsedGroups(tx, scope, cycleId),
    };
    const faults = { ...judgeCycle(wanted), ...judgeCycleChange(standing, wanted) };
    if (Object.keys(faults).length > 0) throw new InvalidInputError(faults);
    if (cycle.frameworkId !== wanted.frameworkId) {
      await readCurrentFrameworkVersion(tx, scope, wanted.frameworkId);
    }
    const { groups, opensOn, closesOn, nominateUntil, ...columns } = wanted;
    await tx.evaluationCycle.update({
      where: key(scope, cycleId),
      data: {
        ...columns,
        opensOn: asDate(opensOn),
        closesOn: asDate(closesOn),
        nominateUntil: nominateUntil ? asDate(nominateUntil) : null,
      },
      select: { id: true },
    });
    await replaceGroups(tx, scope, cycleId, groups);
    // A group that fills itself may have been added to a cycle that collects.
    await inviteRaters(tx, scope, cycleId);
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.updated",
      { type: "evaluationCycle", id: cycleId },
      { name: wanted.name },
    );
  });
}

async function readUsedGroups(tx: Transaction, scope: Scope, cycleId: string): Promise<RaterGroup[]> {
  const used = await tx.evaluationRating.groupBy({
    by: ["raterGroup"],
    where: { organizationId: scope.organizationId, subject: { is: { cycleId } } },
  });
  return used.map(({ raterGroup }) => raterGroup);
}

async function replaceGroups(tx: Transaction, scope: Scope, cycleId: string, groups: readonly CycleGroup[]) {
  const { organizationId } = scope;
  await tx.evaluationCycleGroup.deleteMany({ where: { organizationId, cycleId } });
  await tx.evaluationCycleGroup.createMany({
    data: groups.map((group) => ({ organizationId, cycleId, ...group })),
  });
}
