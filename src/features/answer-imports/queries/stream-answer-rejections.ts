import "server-only";
import { writeCsv } from "@/features/imports/rules/rejected-csv";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { AnswerRejection, RejectionReason } from "../schema";
import { findAnswerImport } from "./find-answer-import";

const ROWS_AT_ONCE = 5_000;

/**
 * The rejections as a CSV file, some at a time: there may be many. Gives the file's name and its pieces, the first with the
 * header. Throws NotFoundError.
 */
export async function streamAnswerRejections(
  scope: Scope,
  importId: string,
  texts: { header: [string, string, string, string]; describe: (reason: RejectionReason) => string },
): Promise<{ fileName: string; pieces: AsyncGenerator<string> }> {
  const { fileName } = await withScope(scope, (tx) => findAnswerImport(tx, scope, importId));

  async function* pieces(): AsyncGenerator<string> {
    yield writeCsv([texts.header], ";");
    let after = { line: -1, column: -1 };
    for (;;) {
      const rows = await withScope(scope, (tx) => readRejectionsAfter(tx, scope, importId, after));
      const last = rows.at(-1);
      if (!last) return;
      const cells = rows.map((row) => [
        String(row.line),
        row.columnName,
        row.value ?? "",
        texts.describe(row.reason as RejectionReason),
      ]);
      // The byte order mark stands at the start of the file alone.
      yield writeCsv(cells, ";").slice(1);
      after = { line: last.line, column: last.columnPosition };
    }
  }
  return { fileName, pieces: pieces() };
}

type Row = Omit<AnswerRejection, "column"> & { columnName: string; columnPosition: number };

function readRejectionsAfter(
  tx: Parameters<Parameters<typeof withScope>[1]>[0],
  scope: Scope,
  importId: string,
  after: { line: number; column: number },
): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select line, "column" as "columnPosition", column_name as "columnName", value, reason
      from answer_import_rejections
     where organization_id = ${scope.organizationId}::uuid and import_id = ${importId}::uuid
       and (line, "column") > (${after.line}::int, ${after.column}::int)
     order by line, "column" limit ${ROWS_AT_ONCE}`;
}
