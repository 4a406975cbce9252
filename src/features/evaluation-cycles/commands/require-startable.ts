import "server-only";
import { readCurrentFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-current-framework-version";
import type { Transaction } from "@/server/database";
import { ConflictError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/**
 * The framework version a cycle begins with: its framework's current one. ConflictError when nothing of the framework was
 * published or it is in the archive, or when nobody is evaluated in the cycle.
 */
export async function requireStartable(
  tx: Transaction,
  scope: Scope,
  { id: cycleId, frameworkId }: { id: string; frameworkId: string },
): Promise<string> {
  const version = await readCurrentFrameworkVersion(tx, scope, frameworkId);
  const subject = await tx.evaluationSubject.findFirst({
    where: { organizationId: scope.organizationId, cycleId, removedAt: null },
    select: { id: true },
  });
  if (!subject) throw new ConflictError("cycleWithoutSubjects");
  return version.id;
}
