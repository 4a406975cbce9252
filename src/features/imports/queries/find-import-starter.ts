import "server-only";
import type { ImportKind, ImportStatus } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { visibleImports } from "./visible-imports";

/** Who started an import, for the worker that carries it out; null when it is gone. */
export async function findImportStarter(
  scope: Scope,
  importId: string,
): Promise<{ userId: string | null; kind: ImportKind; status: ImportStatus } | null> {
  const found = await withScope(scope, (tx) =>
    tx.import.findFirst({
      where: { AND: [visibleImports(scope), { id: importId }] },
      select: { createdByUserId: true, kind: true, status: true },
    }),
  );
  return found && { userId: found.createdByUserId, kind: found.kind, status: found.status };
}
