import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { type EvaluationFrameworkDetails, evaluationFrameworkDefinition } from "../schema";

/** A framework with draft, name and current version, for the builder; NotFoundError when missing or foreign. */
export function getEvaluationFramework(
  scope: Scope,
  frameworkId: string,
): Promise<EvaluationFrameworkDetails> {
  return withScope(scope, (tx) => readEvaluationFramework(tx, scope, frameworkId));
}

/** `getEvaluationFramework` inside a transaction. */
export async function readEvaluationFramework(
  tx: Transaction,
  scope: Scope,
  frameworkId: string,
): Promise<EvaluationFrameworkDetails> {
  const framework = await tx.evaluationFramework.findUnique({
    where: key(scope, frameworkId),
    select: {
      id: true,
      name: true,
      status: true,
      draft: true,
      updatedAt: true,
      currentVersionId: true,
      cycles: { where: { status: "draft" }, select: { name: true }, orderBy: { name: "asc" } },
    },
  });
  if (!framework) throw new NotFoundError();
  const version = framework.currentVersionId
    ? await tx.evaluationFrameworkVersion.findUniqueOrThrow({
        where: key(scope, framework.currentVersionId),
        select: { id: true, number: true, publishedAt: true, definition: true },
      })
    : null;
  return {
    id: framework.id,
    status: framework.status,
    definition: evaluationFrameworkDefinition.parse(framework.draft),
    revision: framework.updatedAt.toISOString(),
    settings: { name: framework.name },
    cycles: framework.cycles.map(({ name }) => name),
    currentVersion: version && {
      ...version,
      definition: evaluationFrameworkDefinition.parse(version.definition),
    },
  };
}
