import "server-only";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import type { AnswerRejection, RejectionReason } from "../schema";
import { findAnswerImport } from "./find-answer-import";

/** What was wrong with the cells and rows that were not stored, in the order of the file; throws NotFoundError. */
export async function listAnswerRejections(
  scope: Scope,
  importId: string,
  page: number,
): Promise<Page<AnswerRejection>> {
  return withScope(scope, async (tx) => {
    await findAnswerImport(tx, scope, importId);
    const where = { organizationId: scope.organizationId, importId };
    const total = await tx.answerImportRejection.count({ where });
    const rows = await tx.answerImportRejection.findMany({
      where,
      orderBy: [{ line: "asc" }, { column: "asc" }],
      ...pageWindow(page),
      select: { line: true, columnName: true, value: true, reason: true },
    });
    return {
      rows: rows.map(({ columnName, reason, ...row }) => ({
        ...row,
        column: columnName,
        reason: reason as RejectionReason,
      })),
      total,
      page,
      pageSize: PAGE_SIZE,
    };
  });
}
