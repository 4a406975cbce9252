import "server-only";
import { readPublishers } from "@/features/audit-forms/queries/list-audit-form-versions";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { type EvaluationFrameworkDefinition, evaluationFrameworkDefinition } from "../schema";
import type { PublishedFrameworkVersion } from "./list-evaluation-framework-versions";

/** One of a framework's published versions by its number; NotFoundError when missing or foreign. */
export function getEvaluationFrameworkVersionByNumber(
  scope: Scope,
  frameworkId: string,
  number: number,
): Promise<PublishedFrameworkVersion & { frameworkName: string; definition: EvaluationFrameworkDefinition }> {
  return withScope(scope, async (tx) => {
    const { organizationId } = scope;
    const version = await tx.evaluationFrameworkVersion.findUnique({
      where: { organizationId_frameworkId_number: { organizationId, frameworkId, number } },
      select: {
        number: true,
        publishedAt: true,
        publishedByUserId: true,
        definition: true,
        framework: { select: { name: true } },
        _count: { select: { cycles: true } },
      },
    });
    if (!version) throw new NotFoundError();
    const names = await readPublishers(tx, scope, [version.publishedByUserId]);
    return {
      number: version.number,
      publishedAt: version.publishedAt,
      publishedBy: names.get(version.publishedByUserId) ?? null,
      cycles: version._count.cycles,
      frameworkName: version.framework.name,
      definition: evaluationFrameworkDefinition.parse(version.definition),
    };
  });
}
