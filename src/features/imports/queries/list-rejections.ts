import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import type { RejectionReason, ShownRejection } from "../schema";
import { visibleImports } from "./visible-imports";

/** What was wrong with the rejected rows of an import, in the order of the file; throws NotFoundError. */
export async function listRejections(
  scope: Scope,
  importId: string,
  page: number,
): Promise<Page<ShownRejection>> {
  return withScope(scope, async (tx) => {
    const isVisible = await tx.import.count({ where: { AND: [visibleImports(scope), { id: importId }] } });
    if (!isVisible) throw new NotFoundError();
    const where = { organizationId: scope.organizationId, importId };
    const total = await tx.importRejection.count({ where });
    const rows = await tx.importRejection.findMany({
      where,
      orderBy: [{ line: "asc" }, { column: "asc" }],
      ...pageWindow(page),
      select: { line: true, column: true, value: true, reason: true },
    });
    return {
      rows: rows.map((row) => ({ ...row, reason: row.reason as RejectionReason })),
      total,
      page,
      pageSize: PAGE_SIZE,
    };
  });
}
