import "server-only";
import type { z } from "zod";
import { upsertCustomerRows } from "@/features/people/commands/upsert-customers";
import { upsertEmployeeRows } from "@/features/people/commands/upsert-employees";
import {
  customerImportRow,
  employeeImportRow,
  type RowOutcome as PersonOutcome,
} from "@/features/people/schema";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { TARGET_FIELDS } from "../fields";
import type { TableRow } from "../rules/parse-table";
import { REJECTION_REASONS, type Rejection, type RejectionReason, type RowOutcome } from "../schema";
import { cellReader, type RowContext, showCells } from "./row-context";

/** Stores a batch of rows of an employee or customer file: known people are changed, others added. */
export async function storePeopleRows(
  tx: Transaction,
  scope: Scope,
  kind: "employees" | "customers",
  context: RowContext,
  rows: TableRow[],
): Promise<RowOutcome[]> {
  return kind === "employees"
    ? storeWith(employeeImportRow, (valid) => upsertEmployeeRows(tx, scope, valid), kind, context, rows)
    : storeWith(customerImportRow, (valid) => upsertCustomerRows(tx, scope, valid), kind, context, rows);
}

async function storeWith<S extends z.ZodType>(
  schema: S,
  upsert: (rows: z.output<S>[]) => Promise<PersonOutcome[]>,
  kind: "employees" | "customers",
  { mapping }: RowContext,
  rows: TableRow[],
): Promise<RowOutcome[]> {
  const read = rows.map((row) => {
    const cell = cellReader(mapping, row);
    const cells = Object.fromEntries(TARGET_FIELDS[kind].map((field) => [field.key, cell(field.key)]));
    return { row, cell, result: schema.safeParse(cells) };
  });
  const outcomes = await upsert(read.flatMap(({ result }) => (result.success ? [result.data] : [])));
  let next = 0;
  return read.map(({ row, cell, result }): RowOutcome => {
    const base = { line: row.line, shown: showCells(mapping, row) };
    if (!result.success) {
      return { ...base, status: "rejected", rejections: readIssues(result.error.issues, cell) };
    }
    const outcome = outcomes[next];
    next += 1;
    if (outcome === undefined) throw new Error("an outcome for each row");
    if (typeof outcome === "string") return { ...base, status: outcome };
    const { column: field, reason } = outcome.rejected;
    return { ...base, status: "rejected", rejections: [{ field, value: cell(field), reason }] };
  });
}

const WORD_REASONS: Record<string, RejectionReason> = {
  language: "unknownLanguage",
  consent: "unknownConsent",
};

/** One rejection for each cell: what zod finds wrong first, as a reason of an import. */
function readIssues(issues: readonly z.core.$ZodIssue[], cell: (field: string) => string): Rejection[] {
  const byField = new Map<string, Rejection>();
  for (const issue of issues) {
    const field = String(issue.path[0] ?? "");
    if (byField.has(field)) continue;
    const known = REJECTION_REASONS.find((reason) => reason === issue.message);
    const reason = WORD_REASONS[field] ?? (issue.code === "too_big" ? "tooLong" : (known ?? "chooseOne"));
    byField.set(field, { field, value: cell(field), reason });
  }
  return [...byField.values()];
}
