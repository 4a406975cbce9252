import "server-only";
import { withScope } from "@/server/database";
import { ForbiddenError, InvalidInputError } from "@/server/errors";
import { enqueueJob } from "@/server/jobs";
import { hasPermission } from "@/server/permissions";
import { key, type Scope } from "@/server/scope";
import { listUnmapped } from "../fields";
import { getImportSource } from "../queries/import-source";
import { PERMISSION_OF_KIND } from "../rules/permission-of-kind";

const TRIES = 5;

/** Puts an uploaded and mapped file to work. Starting twice starts once. */
export async function startImport(scope: Scope, importId: string): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    await tx.$queryRaw`
      select 1 from imports
       where organization_id = ${scope.organizationId}::uuid and id = ${importId}::uuid for update`;
    const source = await getImportSource(tx, scope, importId);
    if (!hasPermission(scope.role, PERMISSION_OF_KIND[source.kind])) throw new ForbiddenError();
    if (source.status === "running") return { id: importId };
    const [open] = listUnmapped(source.kind, source.mapping);
    if (open) throw new InvalidInputError({ [`column.${open}`]: "importColumnNeeded" });
    if (source.kind === "encounters" && !source.mapping.dateOrder) {
      throw new InvalidInputError({ dateOrder: "importDateOrderNeeded" });
    }
    await tx.import.update({
      where: key(scope, importId),
      data: { status: "running", startedAt: scope.now, rowsTotal: source.table.rows.length },
      select: { id: true },
    });
    await enqueueJob(
      tx,
      "runImport",
      { organizationId: scope.organizationId, importId },
      { jobKey: `run-import:${importId}`, maxAttempts: TRIES, isAwaited: true },
    );
    return { id: importId };
  });
}
