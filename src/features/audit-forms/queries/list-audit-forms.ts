import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { AuditFormChoice } from "../schema";

/**
 * The forms by name, for choosing one: what each is bound to, and the version an audit would be begun with (null while
 * nothing was published). Archived ones only when asked for.
 */
export async function listAuditForms(
  scope: Scope,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<AuditFormChoice[]> {
  const { organizationId } = scope;
  const { forms, versions } = await withScope(scope, async (tx) => {
    const found = await tx.auditForm.findMany({
      where: { organizationId, ...(includeArchived ? {} : { archivedAt: null }) },
      select: {
        id: true,
        name: true,
        status: true,
        currentVersionId: true,
        touchpoints: { select: { touchpointId: true } },
        encounterTypes: { select: { encounterTypeId: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const ids = found.flatMap(({ currentVersionId }) => currentVersionId ?? []);
    const current = await tx.auditFormVersion.findMany({
      where: { organizationId, id: { in: ids } },
      select: { id: true, number: true },
    });
    return { forms: found, versions: new Map(current.map((version) => [version.id, version])) };
  });
  return forms.map(({ currentVersionId, touchpoints, encounterTypes, ...form }) => ({
    ...form,
    currentVersion: versions.get(currentVersionId ?? "") ?? null,
    touchpointIds: touchpoints.map((bound) => bound.touchpointId),
    encounterTypeIds: encounterTypes.map((bound) => bound.encounterTypeId),
  }));
}
