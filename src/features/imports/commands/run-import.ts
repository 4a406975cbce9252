import "server-only";
import { lockCustomers } from "@/features/people/commands/customer-checks";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import { lockForTransaction } from "@/server/lock-for-transaction";
import { key, type Scope } from "@/server/scope";
import { REJECTED_ROWS_KEPT_DAYS } from "../formats";
import { getImportSource, type ImportSource } from "../queries/import-source";
import { columnLabel } from "../rules/column-label";
import type { RowOutcome } from "../schema";
import { loadRowContext, storeRows } from "./store-rows";

/** Rows stored in one transaction: what a crash can cost, and how long the locks of a batch are held. */
export const BATCH_SIZE = 500;

const DAY = 24 * 3600_000;

/**
 * Carries out a started import, batch by batch, from where it stands: each batch and the note that it was read are one
 * transaction, so that an import interrupted anywhere goes on without losing or repeating a row.
 */
export async function runImport(scope: Scope, importId: string): Promise<void> {
  const source = await withScope(scope, (tx) => getImportSource(tx, scope, importId));
  if (source.status !== "running") return;
  let read = source.rowsRead;
  while (read < source.table.rows.length) {
    read = await withScope(scope, (tx) => storeBatch(tx, scope, source));
  }
  await withScope(scope, (tx) => finishImport(tx, scope, source));
}

/** Stores the next batch; returns how many rows have been read since the import began. */
async function storeBatch(tx: Transaction, scope: Scope, source: ImportSource): Promise<number> {
  // Two imports that hold the same new reference would each find it missing: one batch at a time per organization.
  await lockForTransaction(tx, scope, "imports");
  const [state] = await tx.$queryRaw<{ status: string; rows_read: number }[]>`
    select status::text, rows_read from imports
     where organization_id = ${scope.organizationId}::uuid and id = ${source.id}::uuid for update`;
  const from = state?.status === "running" ? state.rows_read : source.table.rows.length;
  const rows = source.table.rows.slice(from, from + BATCH_SIZE);
  if (rows.length === 0) return source.table.rows.length;
  // Customers are looked up, then added: nobody else may add the same one in between.
  await lockCustomers(tx, scope);
  const context = await loadRowContext(tx, scope, source);
  const outcomes = await storeRows(tx, scope, source, context, rows);
  await storeRejections(tx, scope, source, outcomes);
  const count = (status: RowOutcome["status"]) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  await tx.import.update({
    where: key(scope, source.id),
    data: {
      rowsRead: from + rows.length,
      rowsStored: { increment: count("stored") },
      rowsUnchanged: { increment: count("unchanged") },
      rowsRejected: { increment: count("rejected") },
    },
    select: { id: true },
  });
  return from + rows.length;
}

async function storeRejections(tx: Transaction, scope: Scope, source: ImportSource, outcomes: RowOutcome[]) {
  const rejections = outcomes.flatMap((outcome) =>
    outcome.status === "rejected"
      ? outcome.rejections.map((rejection) => ({
          organizationId: scope.organizationId,
          importId: source.id,
          line: outcome.line,
          column: columnLabel(source, rejection.field),
          value: rejection.value.slice(0, 500),
          reason: rejection.reason,
        }))
      : [],
  );
  if (rejections.length > 0) await tx.importRejection.createMany({ data: rejections, skipDuplicates: true });
}

/** Ends the import: of the file only the rejected rows are kept, for a while, to be downloaded and corrected. */
async function finishImport(tx: Transaction, scope: Scope, source: ImportSource): Promise<void> {
  const rejected = await tx.importRejection.findMany({
    where: { organizationId: scope.organizationId, importId: source.id },
    distinct: ["line"],
    select: { line: true },
  });
  const lines = new Set(rejected.map((rejection) => rejection.line));
  const kept = { header: source.table.header, rows: source.table.rows.filter((row) => lines.has(row.line)) };
  const finished = await tx.import.updateMany({
    where: { organizationId: scope.organizationId, id: source.id, status: "running" },
    data: {
      status: "finished",
      finishedAt: scope.now,
      content: lines.size > 0 ? new TextEncoder().encode(JSON.stringify(kept)) : null,
    },
  });
  if (finished.count === 0) return;
  if (lines.size > 0) {
    await enqueueJob(
      tx,
      "forgetImport",
      { organizationId: scope.organizationId, importId: source.id },
      {
        runAt: new Date(scope.now.getTime() + REJECTED_ROWS_KEPT_DAYS * DAY),
        jobKey: `forget-import:${source.id}`,
      },
    );
  }
  const { rowsStored, rowsRejected } = await tx.import.findUniqueOrThrow({
    where: key(scope, source.id),
    select: { rowsStored: true, rowsRejected: true },
  });
  await recordActivity(
    tx,
    scope,
    "import.finished",
    { type: "import", id: source.id },
    { kind: source.kind, stored: rowsStored, rejected: rowsRejected },
  );
}
