import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/** Locks a framework for a change of it; NotFoundError when missing or foreign. */
export async function lockEvaluationFramework(tx: Transaction, scope: Scope, frameworkId: string) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from evaluation_frameworks
    where organization_id = ${scope.organizationId}::uuid and id = ${frameworkId}::uuid for update`;
  if (locked.length === 0) throw new NotFoundError();
  return tx.evaluationFramework.findUniqueOrThrow({
    where: key(scope, frameworkId),
    select: { name: true, status: true, updatedAt: true, currentVersionId: true },
  });
}
