import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { type EvaluationFrameworkVersion, evaluationFrameworkDefinition } from "../schema";

/** A published version by its id, as ratings and reports read it; NotFoundError when missing or foreign. */
export function getEvaluationFrameworkVersion(
  scope: Scope,
  versionId: string,
): Promise<EvaluationFrameworkVersion> {
  return withScope(scope, (tx) => readEvaluationFrameworkVersion(tx, scope, versionId));
}

/** `getEvaluationFrameworkVersion` inside a transaction. */
export async function readEvaluationFrameworkVersion(
  tx: Transaction,
  scope: Scope,
  versionId: string,
): Promise<EvaluationFrameworkVersion> {
  const version = await tx.evaluationFrameworkVersion.findUnique({
    where: key(scope, versionId),
    select: {
      id: true,
      frameworkId: true,
      number: true,
      definition: true,
      framework: { select: { name: true } },
      items: { select: { id: true, key: true } },
    },
  });
  if (!version) throw new NotFoundError();
  const { framework, definition, items, ...rest } = version;
  return {
    ...rest,
    frameworkName: framework.name,
    definition: evaluationFrameworkDefinition.parse(definition),
    itemIds: Object.fromEntries(items.map((item) => [item.key, item.id])),
  };
}
