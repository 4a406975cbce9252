import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import type { EvaluationFrameworkVersion } from "../schema";
import { readEvaluationFrameworkVersion } from "./get-evaluation-framework-version";

/**
 * The version of a framework that a cycle would be held with now; NotFoundError when the framework is missing or foreign,
 * ConflictError when nothing of it was published or it is in the archive.
 */
export function getCurrentFrameworkVersion(
  scope: Scope,
  frameworkId: string,
): Promise<EvaluationFrameworkVersion> {
  return withScope(scope, (tx) => readCurrentFrameworkVersion(tx, scope, frameworkId));
}

/** `getCurrentFrameworkVersion` inside a transaction. */
export async function readCurrentFrameworkVersion(
  tx: Transaction,
  scope: Scope,
  frameworkId: string,
): Promise<EvaluationFrameworkVersion> {
  const framework = await tx.evaluationFramework.findUnique({
    where: key(scope, frameworkId),
    select: { status: true, currentVersionId: true },
  });
  if (!framework) throw new NotFoundError();
  if (framework.status === "archived") throw new ConflictError("evaluationFrameworkArchived");
  if (!framework.currentVersionId) throw new ConflictError("evaluationFrameworkUnpublished");
  return readEvaluationFrameworkVersion(tx, scope, framework.currentVersionId);
}
