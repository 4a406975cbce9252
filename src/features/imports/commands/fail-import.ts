import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** Ends a running import that cannot go on. What was stored stays; the file is removed, and can be uploaded again safely. */
export async function failImport(scope: Scope, importId: string): Promise<void> {
  await withScope(scope, (tx) =>
    tx.import.updateMany({
      where: { organizationId: scope.organizationId, id: importId, status: "running" },
      data: { status: "failed", finishedAt: scope.now, content: null },
    }),
  );
}
