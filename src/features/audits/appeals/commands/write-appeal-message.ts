import "server-only";
import type { z } from "zod";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { auditSubject } from "../../review/commands/lock-audit";
import { listThreadMembers } from "../queries/list-thread-members";
import { requireOpen, voiceInThread } from "../rules";
import type { appealMessageInput } from "../schema";
import { lockAppeal } from "./lock-appeal";

/**
 * Writes to the thread of an open appeal: those who may appeal, the auditor, reviewers. The others in the thread get a
 * mail. NotFoundError for everybody else, ConflictError once it was decided or withdrawn.
 */
export async function writeAppealMessage(
  scope: Scope,
  { appealId, text }: z.output<typeof appealMessageInput>,
): Promise<{ messageId: string }> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const { audit, appeal } = await lockAppeal(tx, scope, appealId);
    if (!voiceInThread(audit, scope)) throw new NotFoundError();
    requireOpen(appeal);
    const message = await tx.auditAppealMessage.create({
      data: { organizationId, appealId, text, writtenByUserId: scope.userId, writtenAt: scope.now },
      select: { id: true },
    });
    await recordActivity(tx, scope, "appeal.answered", auditSubject(audit), {
      name: audit.name,
      item: appeal.itemKey,
    });
    for (const memberId of await listThreadMembers(tx, scope, audit, appealId)) {
      if (memberId === scope.memberId) continue;
      const occasion = message.id;
      await queueMemberMail(tx, scope, { memberId, kind: "appealMessage", subjectId: appealId, occasion });
    }
    return { messageId: message.id };
  });
}
