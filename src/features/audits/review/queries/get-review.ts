import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { readAudit } from "../../queries/read-audit";
import type { AuditDetails } from "../../schema";
import { visibleAudits } from "../../visible-audits-sql";
import { type AuditRow, auditRowSelect, toAuditListRow } from "../audit-row";
import { isOwnVisit, isReviewer, mayRelease } from "../rules";
import type { AuditListRow, AuditRemark } from "../schema";

/** An audit on its reviewer's desk. */
export type Review = {
  head: AuditListRow;
  /** Null where the actor does not see the content before taking it. */
  audit: AuditDetails | null;
  remarks: AuditRemark[];
  corrections: { itemKey: string; reason: string }[];
  mayTake: boolean;
  mayRelease: boolean;
  /** Under the actor's own review: may correct, annotate, send back and publish. */
  isMine: boolean;
  isOwnVisit: boolean;
  /** What publication will set, in days. */
  days: { firstLook: number | null; appeal: number | null };
};

/** A submitted or later audit for a reviewer to take, review or look back at. NotFoundError for others, and for drafts. */
export async function getReview(scope: Scope, auditId: string): Promise<Review> {
  if (!isReviewer(scope)) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    const [found] = await tx.$queryRaw<{ hasContent: boolean }[]>(Prisma.sql`
      select coalesce(${visibleAudits(scope)}, false) as "hasContent" from audits a
       where a.organization_id = ${scope.organizationId}::uuid and a.id = ${auditId}::uuid
         and a.submitted_at is not null and (a.status <> 'published' or ${visibleAudits(scope)})`);
    if (!found) throw new NotFoundError();
    const row = await tx.audit.findUniqueOrThrow({
      where: key(scope, auditId),
      select: { ...auditRowSelect, programme: { select: programmeSelect } },
    });
    const head = toAuditListRow(scope, row as AuditRow, found.hasContent);
    const of = { organizationId: scope.organizationId, auditId };
    // What was said of the content tells of it.
    const remarks = !found.hasContent
      ? []
      : await tx.auditRemark.findMany({
          where: of,
          select: { item: { select: { key: true } }, text: true, round: true, writtenAt: true },
          orderBy: { writtenAt: "asc" },
        });
    const corrections = !found.hasContent
      ? []
      : await tx.auditCorrection.findMany({
          where: of,
          select: { item: { select: { key: true } }, reason: true },
          orderBy: { correctedAt: "asc" },
        });
    const reviewed = { ...row, auditorMemberId: row.auditor.id };
    return {
      head,
      audit: found.hasContent ? await readAudit(tx, scope, auditId) : null,
      remarks: remarks.map(({ item, ...remark }) => ({ ...remark, itemKey: item?.key ?? null })),
      corrections: corrections.map(({ item, reason }) => ({ itemKey: item.key, reason })),
      mayTake: row.status === "submitted" && !isOwnVisit(reviewed, scope),
      mayRelease: mayRelease(reviewed, scope),
      isMine: row.status === "in_review" && row.reviewerMemberId === scope.memberId,
      isOwnVisit: isOwnVisit(reviewed, scope),
      days: { firstLook: row.programme?.firstLookDays ?? null, appeal: row.programme?.appealDays ?? null },
    };
  });
}

const programmeSelect = { id: true, name: true, firstLookDays: true, appealDays: true } as const;
