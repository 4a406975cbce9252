import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { ImportSource } from "../queries/import-source";
import type { TableRow } from "../rules/parse-table";
import type { RowOutcome } from "../schema";
import { type RowContext, rejectOverlongRow } from "./row-context";
import { storeEncounterRows } from "./store-encounter-rows";
import { storePeopleRows } from "./store-people-rows";

/** What the rows of an import are read with, from the database. */
export async function loadRowContext(
  tx: Transaction,
  scope: Scope,
  source: ImportSource,
): Promise<RowContext> {
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { language: true },
  });
  return { importId: source.id, mapping: source.mapping, language: organization.language };
}

/** Stores a batch of rows of an import of any kind; the outcomes are in the rows' order. */
export async function storeRows(
  tx: Transaction,
  scope: Scope,
  source: ImportSource,
  context: RowContext,
  rows: TableRow[],
): Promise<RowOutcome[]> {
  const overlong = new Map<number, RowOutcome>();
  const usable = rows.filter((row) => {
    const rejected = rejectOverlongRow(source.table, source.mapping, row);
    if (rejected) overlong.set(row.line, rejected);
    return !rejected;
  });
  const outcomes =
    source.kind === "encounters"
      ? await storeEncounterRows(tx, scope, context, usable)
      : await storePeopleRows(tx, scope, source.kind, context, usable);
  const byLine = new Map(outcomes.map((outcome) => [outcome.line, outcome]));
  return rows.flatMap((row) => overlong.get(row.line) ?? byLine.get(row.line) ?? []);
}
