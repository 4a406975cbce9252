import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * Removes what is kept of people in an import that nobody works on any more: an upload that was never started goes as a
 * whole; of an ended one its rejected rows and their values. A running one is left alone.
 */
export async function forgetImport(scope: Scope, importId: string): Promise<void> {
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    await tx.import.deleteMany({ where: { organizationId, id: importId, status: "uploaded" } });
    const ended = await tx.import.updateMany({
      where: { organizationId, id: importId, status: { in: ["finished", "failed"] } },
      data: { content: null },
    });
    if (ended.count > 0) {
      await tx.importRejection.updateMany({ where: { organizationId, importId }, data: { value: null } });
    }
  });
}
