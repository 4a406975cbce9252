import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { loadRowContext, storeRows } from "../commands/store-rows";
import { columnLabel } from "../rules/column-label";
import type { TableRow } from "../rules/parse-table";
import type { ImportPreview, RowOutcome } from "../schema";
import { getImportSource, type ImportSource } from "./import-source";

const FIRST_ROWS = 10;
const FIRST_REJECTIONS = 25;
const BATCH = 1000;
/** So many rows are tried in one transaction; beyond that it would hold its locks for too long. */
const ROWS_PER_TRIAL = 20_000;

/** Carries the outcomes out of the transaction that must leave nothing behind. */
class RolledBack extends Error {
  readonly outcomes: RowOutcome[];
  constructor(outcomes: RowOutcome[]) {
    super("preview");
    this.outcomes = outcomes;
  }
}

/**
 * What an import would do with the whole file: it is really done, by the code that will do it, in a transaction that is
 * rolled back. So the counts are the import's own (in files over 20,000 rows, but for rows repeated very far apart).
 */
export async function previewImport(scope: Scope, importId: string): Promise<ImportPreview> {
  const source = await withScope(scope, (tx) => getImportSource(tx, scope, importId));
  const outcomes: RowOutcome[] = [];
  for (let start = 0; start < source.table.rows.length; start += ROWS_PER_TRIAL) {
    outcomes.push(...(await tryRows(scope, source, source.table.rows.slice(start, start + ROWS_PER_TRIAL))));
  }
  const count = (status: RowOutcome["status"]) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  return {
    stored: count("stored"),
    unchanged: count("unchanged"),
    rejected: count("rejected"),
    firstRows: outcomes.slice(0, FIRST_ROWS),
    firstRejections: outcomes
      .flatMap((outcome) =>
        outcome.status === "rejected"
          ? outcome.rejections.map((rejection) => ({
              line: outcome.line,
              column: columnLabel(source, rejection.field),
              value: rejection.value,
              reason: rejection.reason,
            }))
          : [],
      )
      .slice(0, FIRST_REJECTIONS),
  };
}

async function tryRows(scope: Scope, source: ImportSource, rows: TableRow[]): Promise<RowOutcome[]> {
  try {
    return await withScope(scope, async (tx) => {
      const context = await loadRowContext(tx, scope, source);
      const outcomes: RowOutcome[] = [];
      for (let start = 0; start < rows.length; start += BATCH) {
        outcomes.push(...(await storeRows(tx, scope, source, context, rows.slice(start, start + BATCH))));
      }
      throw new RolledBack(outcomes);
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcomes;
    throw error;
  }
}
