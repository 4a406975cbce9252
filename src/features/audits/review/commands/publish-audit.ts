import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { listConcernedMembers } from "../../queries/list-concerned-members";
import { OBSERVATION_APPEAL_DAYS, OBSERVATION_FIRST_LOOK_DAYS } from "../../schema";
import { publishedDeadlines, requireInReview, requireReviewer } from "../rules";
import type { ReviewNotes } from "../schema";
import { auditSubject, lockAudit } from "./lock-audit";

/**
 * Publishes an audit the actor has reviewed: from now it counts, the named employee and the location's managers see it and
 * are told by mail, and the first look and the right of appeal begin. `notes` are stored with it. ConflictError when it is not under the actor's
 * review (or was published meanwhile), ForbiddenError for others than reviewers.
 */
export async function publishAudit(
  scope: Scope,
  auditId: string,
  notes: ReviewNotes | undefined = undefined,
): Promise<{ othersFrom: Date; appealUntil: Date }> {
  requireReviewer(scope);
  return withScope(scope, async (tx) => {
    const audit = await lockAudit(tx, scope, auditId);
    requireInReview(audit, scope, audit.reviewerName);
    const programme = audit.programmeId
      ? await tx.auditProgramme.findUniqueOrThrow({
          where: key(scope, audit.programmeId),
          select: { firstLookDays: true, appealDays: true },
        })
      : null;
    const deadlines = publishedDeadlines(
      scope.now,
      {
        firstLook: programme?.firstLookDays ?? OBSERVATION_FIRST_LOOK_DAYS,
        appeal: programme?.appealDays ?? OBSERVATION_APPEAL_DAYS,
      },
      scope.timeZone,
    );
    await tx.audit.update({
      where: key(scope, auditId),
      data: { ...notes, status: "published", publishedAt: scope.now, ...deadlines },
      select: { id: true },
    });
    await recordActivity(tx, scope, "audit.published", auditSubject(audit), { name: audit.name });
    const { employee, localManagers } = await listConcernedMembers(tx, scope, audit);
    const readers = new Set([...employee, ...localManagers, audit.auditorMemberId]);
    for (const memberId of readers) {
      if (memberId === scope.memberId) continue;
      await queueMemberMail(tx, scope, { memberId, kind: "auditPublished", subjectId: auditId });
    }
    return deadlines;
  });
}
