import "server-only";
import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { ReleasedFigures } from "../rules/publish-report";
import type { ReportCellKey } from "../schema";

/** The newest release of each subject of a cycle, by subject, whoever may see it; subjects without one are absent. */
export async function readLastReleases(
  tx: Transaction,
  scope: Scope,
  cycleId: string,
): Promise<Map<string, { number: number; shown: ReleasedFigures }>> {
  const reports = await tx.evaluationReport.findMany({
    where: { organizationId: scope.organizationId, subject: { cycleId } },
    distinct: ["subjectId"],
    orderBy: [{ subjectId: "asc" }, { number: "desc" }],
    select: {
      subjectId: true,
      number: true,
      cells: {
        select: { cell: true, groups: true, raters: true, invited: true },
        orderBy: { position: "asc" },
      },
      figures: { select: { itemId: true, cell: true, n: true, sum: true, counts: true, hasCounts: true } },
    },
  });
  return new Map(
    reports.map(({ subjectId, number, cells, figures }) => [
      subjectId,
      {
        number,
        shown: {
          cells: cells.map((row) => ({
            ...row,
            cell: row.cell as ReportCellKey,
            groups: row.groups as RaterGroup[],
          })),
          figures: figures.map(({ hasCounts, counts, cell, ...figure }) => ({
            ...figure,
            cell: cell as ReportCellKey | "total",
            counts: hasCounts ? counts : null,
          })),
        },
      },
    ]),
  );
}
