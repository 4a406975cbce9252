import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** Forms in the order of their ids, archived ones too, with the version in use: for programs that read them page by page. */
export function listAuditFormsAfter(
  scope: Scope,
  { after, limit }: { after: string | null; limit: number },
): Promise<
  {
    id: string;
    name: string;
    currentVersion: { id: string; number: number } | null;
    archivedAt: Date | null;
  }[]
> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const forms = await tx.auditForm.findMany({
      where: { organizationId, ...(after ? { id: { gt: after } } : {}) },
      select: { id: true, name: true, currentVersionId: true, archivedAt: true },
      orderBy: { id: "asc" },
      take: limit,
    });
    const versions = await tx.auditFormVersion.findMany({
      where: { organizationId, id: { in: forms.flatMap(({ currentVersionId }) => currentVersionId ?? []) } },
      select: { id: true, number: true },
    });
    const byId = new Map(versions.map((version) => [version.id, version]));
    return forms.map(({ currentVersionId, ...form }) => ({
      ...form,
      currentVersion: byId.get(currentVersionId ?? "") ?? null,
    }));
  });
}
