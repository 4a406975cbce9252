import "server-only";
import type { Transaction } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/**
 * The framework version a cycle begins with: its framework's current one. ConflictError when nothing of the framework was
 * published, or when nobody is evaluated in the cycle.
 */
export async function requireStartable(
  tx: Transaction,
  scope: Scope,
  { id: cycleId, frameworkId }: { id: string; frameworkId: string },
): Promise<string> {
  const framework = await tx.evaluationFramework.findUniqueOrThrow({
    where: key(scope, frameworkId),
    select: { currentVersionId: true },
  });
  if (!framework.currentVersionId) throw new ConflictError("cycleFrameworkUnpublished");
  const subject = await tx.evaluationSubject.findFirst({
    where: { organizationId: scope.organizationId, cycleId, removedAt: null },
    select: { id: true },
  });
  if (!subject) throw new ConflictError("cycleWithoutSubjects");
  return framework.currentVersionId;
}
