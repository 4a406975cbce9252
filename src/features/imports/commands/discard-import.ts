import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { visibleImports } from "../queries/visible-imports";

/** Throws an uploaded file away that was not started; throws NotFoundError for any other. */
export async function discardImport(scope: Scope, importId: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const deleted = await tx.import.deleteMany({
      where: { AND: [visibleImports(scope), { id: importId, status: "uploaded" }] },
    });
    if (deleted.count === 0) throw new NotFoundError();
  });
}
