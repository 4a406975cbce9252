import "server-only";
import { randomInt } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import type { PlacedComment } from "../rules/publish-comments";
import type { ReleasedFigures } from "../rules/publish-report";

/** A release as it is stored, for good. */
export type Release = {
  subjectId: string;
  number: number;
  subjectSeesFrom: Date;
  anonymityK: number;
  commentK: number;
  gapThreshold: number;
  isInCohort: boolean;
  shown: ReleasedFigures;
  comments: readonly PlacedComment[];
};

/**
 * Stores a released report and notes which ratings and open answers it counted. Comments get a random order. Resolves to
 * the report's id. NotFoundError for a foreign subject.
 */
export async function storeRelease(tx: Transaction, scope: Scope, release: Release): Promise<string> {
  const { organizationId } = scope;
  const { shown, comments, ...columns } = release;
  const reportId = uuidv7();
  const subject = await tx.evaluationSubject.findUnique({
    where: key(scope, release.subjectId),
    select: {
      managerMemberId: true,
      employee: {
        select: {
          members: { where: { archivedAt: null }, select: { id: true }, orderBy: { id: "asc" }, take: 1 },
        },
      },
    },
  });
  if (!subject) throw new NotFoundError();
  await tx.evaluationReport.create({
    data: {
      organizationId,
      id: reportId,
      releasedAt: scope.now,
      releasedByUserId: scope.userId,
      managerMemberId: subject.managerMemberId,
      subjectMemberId: subject.employee?.members[0]?.id ?? null,
      ...columns,
    },
    select: { id: true },
  });
  await tx.evaluationReportCell.createMany({
    data: shown.cells.map((cell, position) => ({ organizationId, reportId, position, ...cell })),
  });
  await tx.evaluationReportFigure.createMany({
    data: shown.figures.map(({ counts, ...figure }) => ({
      organizationId,
      reportId,
      ...figure,
      counts: counts ?? [],
      hasCounts: counts !== null,
    })),
  });
  await tx.evaluationReportComment.createMany({
    data: shuffle(comments).map(({ itemId, place, text }, position) => ({
      organizationId,
      reportId,
      itemId,
      cell: place,
      position,
      text,
    })),
  });
  await noteCounted(tx, scope, release);
  return reportId;
}

async function noteCounted(tx: Transaction, scope: Scope, { subjectId, number, comments }: Release) {
  const { organizationId } = scope;
  await tx.evaluationRating.updateMany({
    where: { organizationId, subjectId, status: "submitted", countedInRelease: null },
    data: { countedInRelease: number },
  });
  const placed = comments.filter(({ publishedAt }) => publishedAt === null);
  if (placed.length === 0) return;
  await tx.$executeRaw`
    update evaluation_answers answer set published_cell = placed.cell
      from unnest(${placed.map(({ ratingId }) => ratingId)}::uuid[], ${placed.map(({ itemId }) => itemId)}::uuid[],
                  ${placed.map(({ place }) => place)}::text[]) as placed (rating_id, item_id, cell)
     where answer.organization_id = ${organizationId}::uuid
       and answer.rating_id = placed.rating_id and answer.item_id = placed.item_id`;
}

/** Fisher and Yates, by a generator nobody can foresee: the order must not tell who wrote first. */
function shuffle<T>(entries: readonly T[]): T[] {
  const shuffled = [...entries];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
