import "server-only";
import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { CommentPlace, ReleasedReport, ReportCell, ReportCellKey, ReportFigure } from "../schema";

/** Cells and base figures of a released report, in the order they are shown; the caller has decided that they may be read. */
export async function readPublished(
  tx: Transaction,
  scope: Scope,
  reportId: string,
): Promise<{ cells: ReportCell[]; figures: ReportFigure[] }> {
  const where = { organizationId: scope.organizationId, reportId };
  const cells = await tx.evaluationReportCell.findMany({
    where,
    select: { cell: true, groups: true, raters: true, invited: true },
    orderBy: { position: "asc" },
  });
  const figures = await tx.evaluationReportFigure.findMany({
    where,
    select: {
      cell: true,
      n: true,
      sum: true,
      counts: true,
      hasCounts: true,
      item: { select: { key: true } },
    },
    orderBy: [{ item: { position: "asc" } }, { cell: "asc" }],
  });
  return {
    cells: cells.map((row) => ({
      ...row,
      cell: row.cell as ReportCellKey,
      groups: row.groups as RaterGroup[],
    })),
    figures: figures.map(({ item, cell, n, sum, counts, hasCounts }) => ({
      itemKey: item.key,
      cell: cell as ReportFigure["cell"],
      n,
      sum,
      counts: hasCounts ? counts : null,
    })),
  };
}

/** The comments of a released report, question by question, in the random order they were released in. */
export async function readPublishedComments(
  tx: Transaction,
  scope: Scope,
  reportId: string,
): Promise<ReleasedReport["comments"]> {
  const comments = await tx.evaluationReportComment.findMany({
    where: { organizationId: scope.organizationId, reportId },
    select: { cell: true, text: true, item: { select: { key: true } } },
    orderBy: [{ item: { position: "asc" } }, { cell: "asc" }, { position: "asc" }],
  });
  return comments.map(({ item, cell, text }) => ({ itemKey: item.key, place: cell as CommentPlace, text }));
}
