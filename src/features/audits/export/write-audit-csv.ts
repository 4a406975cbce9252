import "server-only";
import type { Scope } from "@/server/scope";
import { writeCsvHeader, writeCsvRows } from "@/server/sheet";
import type { ReportTexts } from "../report/report-texts";
import { type AuditTable, makeAuditTable } from "./audit-sheets";
import { listAuditsAfter } from "./queries/list-audits-after";
import { listExportedItems } from "./queries/list-exported-items";
import type { AuditPlace, ExportedItem, ExportFilters } from "./schema";

/** Audits read at a time, so that a long history takes no more memory than a short one. */
const AT_A_TIME = 100;

/** The lines of a CSV of audits, bit by bit: the columns first, then page after page. */
export async function* writeAuditCsv(
  scope: Scope,
  table: AuditTable,
  filters: ExportFilters,
  { texts, fallback }: { texts: ReportTexts; fallback: string },
): AsyncGenerator<string> {
  const { columns, rows } = makeAuditTable(table, texts, fallback);
  yield writeCsvHeader(columns);
  let after: AuditPlace | null = null;
  for (;;) {
    const audits = await listAuditsAfter(scope, filters, { after, limit: AT_A_TIME });
    const items: Map<string, ExportedItem[]> =
      table === "items"
        ? await listExportedItems(
            scope,
            audits.map(({ id }) => id),
          )
        : new Map();
    yield writeCsvRows(rows(audits, items));
    const last = audits.at(-1);
    if (!last || audits.length < AT_A_TIME) return;
    after = { othersFrom: last.othersFrom, id: last.id };
  }
}
