import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { TouchpointOption } from "../schema";

/** The touchpoints in the order of the journey: those in use, or with the archived ones (for filters over past time). */
export async function listTouchpointOptions(
  scope: Scope,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<TouchpointOption[]> {
  const touchpoints = await withScope(scope, (tx) =>
    tx.touchpoint.findMany({
      where: { organizationId: scope.organizationId, ...(includeArchived ? {} : { archivedAt: null }) },
      select: { id: true, name: true, stage: true, channel: true, isCritical: true, archivedAt: true },
      orderBy: [{ stage: "asc" }, { position: "asc" }, { id: "asc" }],
    }),
  );
  return touchpoints.map(({ archivedAt, ...touchpoint }) => ({
    ...touchpoint,
    isArchived: archivedAt !== null,
  }));
}
