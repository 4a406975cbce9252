import "server-only";
import { withScope } from "@/server/database";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";

/** Behaviours in the order of their ids, archived ones too: for programs that read them page by page. */
export async function listBehavioursAfter(
  scope: Scope,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ id: string; name: LocalizedText; description: LocalizedText; archivedAt: Date | null }[]> {
  const rows = await withScope(scope, (tx) =>
    tx.behaviour.findMany({
      where: { organizationId: scope.organizationId, ...(after ? { id: { gt: after } } : {}) },
      select: { id: true, names: true, descriptions: true, archivedAt: true },
      orderBy: { id: "asc" },
      take: limit,
    }),
  );
  return rows.map(({ names, descriptions, ...row }) => ({
    ...row,
    name: names as LocalizedText,
    description: descriptions as LocalizedText,
  }));
}
