import "server-only";
import { type Transaction, withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** A published version for reading. */
export type PublishedFormVersion = {
  number: number;
  publishedAt: Date;
  /** Null when that user has left, or when it was published without a session (seeds). */
  publishedBy: string | null;
  /** How many audits were begun with it, drafts among them. */
  audits: number;
};

/** A form's published versions, newest first; the last 200. Empty for a foreign or missing form. */
export function listAuditFormVersions(scope: Scope, formId: string): Promise<PublishedFormVersion[]> {
  return withScope(scope, async (tx) => {
    const versions = await tx.auditFormVersion.findMany({
      where: { organizationId: scope.organizationId, formId },
      select: {
        number: true,
        publishedAt: true,
        publishedByUserId: true,
        _count: { select: { audits: true } },
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
      audits: _count.audits,
    }));
  });
}

/** The names of the organization's members, former ones too, by their users' ids; others are not in it. */
export async function readPublishers(
  tx: Transaction,
  scope: Scope,
  userIds: (string | null)[],
): Promise<Map<string | null, string>> {
  const known = [...new Set(userIds)].filter((userId) => userId !== null);
  if (known.length === 0) return new Map();
  const users = await tx.user.findMany({
    where: { id: { in: known }, members: { some: { organizationId: scope.organizationId } } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}
