import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { AnswerImportColumns } from "../schema";
import { findAnswerImport } from "./find-answer-import";

/** What the first rows of an uploaded file tell about its columns; throws NotFoundError. */
export async function getAnswerImportColumns(scope: Scope, importId: string): Promise<AnswerImportColumns> {
  return withScope(scope, async (tx) => {
    const { profile } = await findAnswerImport(tx, scope, importId, ["uploaded", "running"]);
    return { columns: profile.columns, rows: profile.rows, firstRows: profile.firstRows };
  });
}
