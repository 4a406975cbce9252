import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";

/**
 * Holds a cycle to the end of the transaction, for whoever may change it: ForbiddenError for a manager limited to
 * locations, NotFoundError when there is none such.
 */
export async function lockCycle(tx: Transaction, scope: Scope, cycleId: string) {
  requireWholeOrganization(scope);
  await tx.$queryRaw`
    select 1 from evaluation_cycles
     where organization_id = ${scope.organizationId}::uuid and id = ${cycleId}::uuid for no key update`;
  const cycle = await tx.evaluationCycle.findUnique({
    where: key(scope, cycleId),
    select: {
      id: true,
      name: true,
      status: true,
      frameworkId: true,
      frameworkVersionId: true,
      anonymityK: true,
      commentK: true,
      nominatedBy: true,
      nominateUntil: true,
      opensOn: true,
      closesOn: true,
      managersSee: true,
      ownersSee: true,
      subjectSeesAfterDays: true,
      firstInvitedAt: true,
      releasedAt: true,
    },
  });
  if (!cycle) throw new NotFoundError();
  return cycle;
}
