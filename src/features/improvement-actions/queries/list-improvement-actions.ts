import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { escapeWildcards } from "@/server/search-pattern";
import { isReviewDue } from "../rules";
import type { ActionListInput, ActionRow } from "../schema";
import { visibleActions } from "../visible-actions";

/** The improvement actions the scope may see: what is planned or runs by the day of review, what has ended by its end. */
export async function listImprovementActions(
  scope: Scope,
  { tab, page, q, location }: ActionListInput,
): Promise<Page<ActionRow>> {
  const conditions: Prisma.ImprovementActionWhereInput[] = [
    visibleActions(scope),
    { status: { in: tab === "open" ? ["planned", "running"] : ["done", "cancelled"] } },
  ];
  if (q) conditions.push({ title: { contains: escapeWildcards(q), mode: "insensitive" } });
  if (location) conditions.push({ OR: [{ locationId: location }, { employee: { locationId: location } }] });
  const where = { AND: conditions };
  return withScope(scope, async (tx) => {
    const total = await tx.improvementAction.count({ where });
    const rows = await tx.improvementAction.findMany({
      where,
      select: {
        id: true,
        title: true,
        status: true,
        startsOn: true,
        reviewOn: true,
        endedAt: true,
        employee: { select: { name: true } },
        location: { select: { name: true } },
        responsible: { select: { user: { select: { name: true } } } },
      },
      orderBy: tab === "open" ? [{ reviewOn: "asc" }, { id: "asc" }] : [{ endedAt: "desc" }, { id: "desc" }],
      ...pageWindow(page),
    });
    return {
      rows: rows.map(({ employee, location: place, responsible, ...row }) => ({
        ...row,
        employeeName: employee?.name ?? null,
        locationName: place?.name ?? null,
        responsibleName: responsible?.user.name ?? null,
        isReviewDue: isReviewDue(row, scope.now, scope.timeZone),
      })),
      total,
      page,
      pageSize: PAGE_SIZE,
    };
  });
}
