import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { EvaluationFrameworkChoice } from "../schema";

/**
 * The frameworks by name, for choosing one, with the version a cycle would be held with (null while nothing was
 * published). Archived ones only when asked for.
 */
export async function listEvaluationFrameworks(
  scope: Scope,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<EvaluationFrameworkChoice[]> {
  const { organizationId } = scope;
  const { frameworks, versions } = await withScope(scope, async (tx) => {
    const found = await tx.evaluationFramework.findMany({
      where: { organizationId, ...(includeArchived ? {} : { archivedAt: null }) },
      select: { id: true, name: true, status: true, currentVersionId: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const current = await tx.evaluationFrameworkVersion.findMany({
      where: { organizationId, id: { in: found.flatMap(({ currentVersionId }) => currentVersionId ?? []) } },
      select: { id: true, number: true },
    });
    return { frameworks: found, versions: new Map(current.map((version) => [version.id, version])) };
  });
  return frameworks.map(({ currentVersionId, ...framework }) => ({
    ...framework,
    currentVersion: versions.get(currentVersionId ?? "") ?? null,
  }));
}
