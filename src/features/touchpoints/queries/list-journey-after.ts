import "server-only";
import type { Channel, Stage } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

type Place = { after: string | null; limit: number };
const beginning = (after: string | null) => (after ? { id: { gt: after } } : {});

/** Touchpoints in the order of their ids, archived ones too: for programs that read them page by page. */
export function listTouchpointsAfter(
  scope: Scope,
  { after, limit }: Place,
): Promise<
  { id: string; name: string; stage: Stage; channel: Channel; isCritical: boolean; archivedAt: Date | null }[]
> {
  return withScope(scope, (tx) =>
    tx.touchpoint.findMany({
      where: { organizationId: scope.organizationId, ...beginning(after) },
      select: { id: true, name: true, stage: true, channel: true, isCritical: true, archivedAt: true },
      orderBy: { id: "asc" },
      take: limit,
    }),
  );
}

/** Encounter types in the order of their ids, archived ones too. */
export function listEncounterTypesAfter(
  scope: Scope,
  { after, limit }: Place,
): Promise<{ id: string; name: string; description: string | null; archivedAt: Date | null }[]> {
  return withScope(scope, (tx) =>
    tx.encounterType.findMany({
      where: { organizationId: scope.organizationId, ...beginning(after) },
      select: { id: true, name: true, description: true, archivedAt: true },
      orderBy: { id: "asc" },
      take: limit,
    }),
  );
}
