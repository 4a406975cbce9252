import "server-only";
import { z } from "zod";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { Delimiter } from "../formats";
import type { Table } from "../rules/parse-table";
import { writeCsv } from "../rules/rejected-csv";
import type { RejectionReason, ShownRejection } from "../schema";
import { visibleImports } from "./visible-imports";

/**
 * The rejected rows as a CSV file in the delimiter of the original: its own columns, then the line in it and what is
 * wrong, in the reader's words. Throws NotFoundError, also once the rows are no longer kept.
 */
export async function exportRejectedRows(
  scope: Scope,
  importId: string,
  texts: { line: string; reason: string; describe: (rejection: ShownRejection) => string },
): Promise<{ fileName: string; csv: string }> {
  if (!z.uuid().safeParse(importId).success) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    const found = await tx.import.findFirst({
      where: { AND: [visibleImports(scope), { id: importId, status: "finished" }] },
      select: { fileName: true, delimiter: true, content: true },
    });
    if (!found?.content) throw new NotFoundError();
    const { header, rows } = JSON.parse(new TextDecoder().decode(found.content)) as Table;
    const rejections = await tx.importRejection.findMany({
      where: { organizationId: scope.organizationId, importId },
      orderBy: [{ line: "asc" }, { column: "asc" }],
      select: { line: true, column: true, value: true, reason: true },
    });
    const byLine = new Map<number, ShownRejection[]>();
    for (const { reason, ...rejection } of rejections) {
      const ofLine = byLine.get(rejection.line) ?? [];
      byLine.set(rejection.line, [...ofLine, { ...rejection, reason: reason as RejectionReason }]);
    }
    const body = rows.map(({ line, cells }) => [
      ...header.map((_, index) => cells[index] ?? ""),
      String(line),
      (byLine.get(line) ?? []).map(texts.describe).join(" "),
    ]);
    return {
      fileName: found.fileName,
      csv: writeCsv([[...header, texts.line, texts.reason], ...body], (found.delimiter ?? ",") as Delimiter),
    };
  });
}
