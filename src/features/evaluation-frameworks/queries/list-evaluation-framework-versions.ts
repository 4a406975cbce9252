import "server-only";
import { readPublishers } from "@/features/audit-forms/queries/list-audit-form-versions";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** A published version for reading. */
export type PublishedFrameworkVersion = {
  number: number;
  publishedAt: Date;
  /** Null when that user has left, or when it was published without a session (seeds). */
  publishedBy: string | null;
  /** How many cycles were begun with it. */
  cycles: number;
};

/** A framework's published versions, newest first; the last 200. Empty for a foreign or missing framework. */
export function listEvaluationFrameworkVersions(
  scope: Scope,
  frameworkId: string,
): Promise<PublishedFrameworkVersion[]> {
  return withScope(scope, async (tx) => {
    const versions = await tx.evaluationFrameworkVersion.findMany({
      where: { organizationId: scope.organizationId, frameworkId },
      select: {
        number: true,
        publishedAt: true,
        publishedByUserId: true,
        _count: { select: { cycles: true } },
      },
      orderBy: { number: "desc" },
      take: 200,
    });
    const names = await readPublishers(
      tx,
      scope,
      versions.map((version) => version.publishedByUserId),
    );
    return versions.map(({ publishedByUserId, _count, ...version }) => ({
      ...version,
      publishedBy: names.get(publishedByUserId) ?? null,
      cycles: _count.cycles,
    }));
  });
}
