import "server-only";
import { readCurrentFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-current-framework-version";
import type { Transaction } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/**
 * The framework version a cycle begins with: its framework's current one. ConflictError when nothing of the framework was
 * published or it is in the archive (of a cycle that has begun to nominate raters it may be), or when nobody is evaluated in
 * the cycle.
 */
export async function requireStartable(
  tx: Transaction,
  scope: Scope,
  { id: cycleId, frameworkId, frameworkVersionId }: StartingCycle,
): Promise<string> {
  const versionId =
    frameworkVersionId === null
      ? (await readCurrentFrameworkVersion(tx, scope, frameworkId)).id
      : ((await readCurrentVersionId(tx, scope, frameworkId)) ?? frameworkVersionId);
  const subject = await tx.evaluationSubject.findFirst({
    where: { organizationId: scope.organizationId, cycleId, removedAt: null },
    select: { id: true },
  });
  if (!subject) throw new ConflictError("cycleWithoutSubjects");
  return versionId;
}

/** `frameworkVersionId`: null until the cycle begins. */
type StartingCycle = { id: string; frameworkId: string; frameworkVersionId: string | null };

async function readCurrentVersionId(tx: Transaction, scope: Scope, frameworkId: string) {
  const framework = await tx.evaluationFramework.findUnique({
    where: key(scope, frameworkId),
    select: { currentVersionId: true },
  });
  return framework?.currentVersionId ?? null;
}
