import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { listConcernedMembers } from "../../queries/list-concerned-members";
import { readAudit } from "../../queries/read-audit";
import { auditSubject } from "../../review/commands/lock-audit";
import { requireAppealable, requireAppealTime, requireRightOfReply } from "../rules";
import type { OpenAppealInput } from "../schema";
import { lockVisibleAudit } from "./lock-appeal";

/**
 * Appeals an item of a published audit, with the first message of its thread (attachments are stored to that). Its
 * reviewer is told, or all reviewers when that one is gone. NotFoundError for whom the audit does not concern, ConflictError
 * after the deadline and when the item has an open or decided appeal.
 */
export async function openAppeal(
  scope: Scope,
  { auditId, itemKey, kind, text }: OpenAppealInput,
): Promise<{ appealId: string; messageId: string }> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const audit = await lockVisibleAudit(tx, scope, auditId);
    requireRightOfReply(audit, scope);
    requireAppealTime(audit, scope.now, scope.timeZone);
    const itemId = (await readAudit(tx, scope, auditId)).itemIds[itemKey];
    if (!itemId) throw new NotFoundError();
    const earlier = await tx.auditAppeal.findMany({
      where: { organizationId, auditId, itemId },
      select: { status: true },
    });
    requireAppealable(earlier.map(({ status }) => status));
    const appeal = await tx.auditAppeal.create({
      data: { organizationId, auditId, itemId, kind, openedByUserId: scope.userId, openedAt: scope.now },
      select: { id: true },
    });
    const message = await tx.auditAppealMessage.create({
      data: {
        organizationId,
        appealId: appeal.id,
        text,
        writtenByUserId: scope.userId,
        writtenAt: scope.now,
      },
      select: { id: true },
    });
    await recordActivity(tx, scope, "appeal.opened", auditSubject(audit), {
      name: audit.name,
      item: itemKey,
    });
    const { reviewer, reviewers } = await listConcernedMembers(tx, scope, audit);
    for (const memberId of reviewer.length > 0 ? reviewer : reviewers) {
      await queueMemberMail(tx, scope, { memberId, kind: "appealOpened", subjectId: appeal.id });
    }
    return { appealId: appeal.id, messageId: message.id };
  });
}
