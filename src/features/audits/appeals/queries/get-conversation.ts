import "server-only";
import { type AuditAnswerValue, auditAnswerValue } from "@/features/audit-forms/schema";
import type { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { readVisibleAudit } from "../../queries/read-audit";
import { isOwnVisit, isReviewer } from "../../review/rules";
import type { AuditRemark } from "../../review/schema";
import type { AuditDetails } from "../../schema";
import { type AuthorReader, readAuthors } from "../authors";
import { readHistory } from "../history";
import { isAppealTime, rightOfReply, voiceInThread } from "../rules";
import type { Appeal, Conversation, Correction } from "../schema";

/**
 * All that was said and changed about an audit the scope may see, and what the reader may do about it. Remarks are for the
 * auditor and reviewers (else empty). NotFoundError for an audit that is not to be seen.
 */
export async function getConversation(
  scope: Scope,
  auditId: string,
): Promise<{
  audit: AuditDetails;
  conversation: Conversation;
  remarks: AuditRemark[];
  /** Of whoever published it, or has it under review. */
  reviewerName: string | null;
}> {
  return withScope(scope, async (tx) => {
    const audit = await readVisibleAudit(tx, scope, auditId);
    const of = { organizationId: scope.organizationId, auditId };
    const replies = await tx.auditReply.findMany({
      where: of,
      select: { id: true, text: true, writtenByUserId: true, writtenAs: true, writtenAt: true },
      orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    });
    const appeals = await tx.auditAppeal.findMany({
      where: of,
      select: appealSelect,
      orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    });
    const corrections = await tx.auditCorrection.findMany({
      where: of,
      select: correctionSelect,
      orderBy: [{ correctedAt: "asc" }, { id: "asc" }],
    });
    const remarks = await tx.auditRemark.findMany({
      where: of,
      select: { item: { select: { key: true } }, text: true, round: true, writtenAt: true },
      orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    });
    const authors = await readAuthors(tx, scope, audit);
    const concerned = {
      status: audit.status,
      locationId: audit.location.id,
      employeeId: audit.employee?.id ?? null,
      auditorMemberId: audit.auditor.memberId,
    };
    const replyAs = rightOfReply(concerned, scope);
    const reviews = audit.status === "published" && isReviewer(scope);
    const isOwn = isOwnVisit({ kind: audit.kind, auditorMemberId: audit.auditor.memberId }, scope);
    const readsRemarks = isReviewer(scope) || audit.auditor.memberId === scope.memberId;
    const { kind, status, score, isFailed, publishedAt, othersFrom, appealUntil } = audit;
    const reviewer = audit.reviewerMemberId
      ? await tx.member.findUnique({
          where: key(scope, audit.reviewerMemberId),
          select: { user: { select: { name: true } } },
        })
      : null;
    return {
      audit,
      reviewerName: reviewer?.user.name ?? null,
      remarks: readsRemarks
        ? remarks.map(({ item, ...remark }) => ({ ...remark, itemKey: item?.key ?? null }))
        : [],
      conversation: {
        ...{ auditId, kind, status, score, isFailed, publishedAt, othersFrom, appealUntil },
        replies: replies.map(({ writtenByUserId, writtenAs, ...reply }) => ({
          ...reply,
          author: { ...authors(writtenByUserId), voice: writtenAs === "employee" ? "employee" : "manager" },
        })),
        appeals: appeals.map((appeal) => toAppeal(appeal, audit, authors)),
        corrections: corrections.map(
          ({ item, correctedByUserId, correctedAt, ...correction }): Correction => ({
            ...correction,
            itemKey: item.key,
            oldValue: toValue(correction.oldValue),
            newValue: toValue(correction.newValue),
            by: authors(correctedByUserId),
            at: correctedAt,
          }),
        ),
        history: await readHistory(tx, scope, audit, authors),
        rights: {
          replyAs,
          appeal: replyAs !== null && isAppealTime(audit, scope.now),
          writeInThreads: voiceInThread(concerned, scope) !== null,
          decide: reviews && !isOwn,
          extend: reviews,
        },
      } satisfies Conversation,
    };
  });
}

const appealSelect = {
  id: true,
  kind: true,
  status: true,
  openedByUserId: true,
  openedAt: true,
  decidedByUserId: true,
  decidedAt: true,
  decision: true,
  scoreBefore: true,
  scoreAfter: true,
  item: { select: { key: true } },
  messages: {
    select: { id: true, text: true, writtenByUserId: true, writtenAt: true },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.AuditAppealSelect;

const correctionSelect = {
  id: true,
  appealId: true,
  reason: true,
  oldValue: true,
  newValue: true,
  scoreBefore: true,
  scoreAfter: true,
  failedBefore: true,
  failedAfter: true,
  correctedByUserId: true,
  correctedAt: true,
  item: { select: { key: true } },
} as const;

type StoredAppeal = Omit<Appeal, "itemKey" | "openedBy" | "decidedBy" | "messages"> & {
  item: { key: string };
  openedByUserId: string | null;
  decidedByUserId: string | null;
  messages: { id: string; text: string; writtenByUserId: string | null; writtenAt: Date }[];
};

function toAppeal(stored: StoredAppeal, audit: AuditDetails, authors: AuthorReader): Appeal {
  const { item, openedByUserId, decidedByUserId, messages, ...appeal } = stored;
  return {
    ...appeal,
    itemKey: item.key,
    openedBy: authors(openedByUserId),
    decidedBy: appeal.decidedAt ? authors(decidedByUserId) : null,
    messages: messages.map(({ writtenByUserId, ...message }) => ({
      ...message,
      author: authors(writtenByUserId),
      files: audit.files.filter((file) => file.appealMessageId === message.id),
    })),
  };
}

function toValue(stored: unknown): AuditAnswerValue | null {
  return stored === null ? null : auditAnswerValue.parse(stored);
}
