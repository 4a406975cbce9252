import "server-only";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import type { AnswerImportSummary } from "../schema";
import { requireAnswerImports } from "./require-answer-imports";
import { summarySelect, toSummaries } from "./summaries";

/** The imports of answers of the organization, the newest first; without uploads that never ended. */
export async function listAnswerImports(scope: Scope, page: number): Promise<Page<AnswerImportSummary>> {
  requireAnswerImports(scope);
  return withScope(scope, async (tx) => {
    const where = { organizationId: scope.organizationId, status: { not: "uploading" as const } };
    const total = await tx.answerImport.count({ where });
    const rows = await tx.answerImport.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageWindow(page),
      select: summarySelect,
    });
    return { rows: await toSummaries(tx, scope, rows), total, page, pageSize: PAGE_SIZE };
  });
}
