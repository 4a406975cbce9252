import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/**
 * The cycle, which neither opens nor closes nor gets other raters until the transaction ends. Locked before its subjects,
 * raters, ratings and mails. A foreign one is NotFoundError. Who may do what is asked afterwards, of the subject.
 */
export async function lockRatersOfCycle(tx: Transaction, scope: Scope, cycleId: string) {
  await tx.$queryRaw`
    select 1 from evaluation_cycles
     where organization_id = ${scope.organizationId}::uuid and id = ${cycleId}::uuid for no key update`;
  const cycle = await tx.evaluationCycle.findUnique({
    where: key(scope, cycleId),
    select: {
      id: true,
      name: true,
      status: true,
      closesOn: true,
      firstInvitedAt: true,
      groups: { select: { raterGroup: true, minimum: true, maximum: true } },
    },
  });
  if (!cycle) throw new NotFoundError();
  return cycle;
}
