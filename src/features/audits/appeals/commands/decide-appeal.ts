import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { listConcernedMembers } from "../../queries/list-concerned-members";
import { correctLockedAnswer } from "../../review/commands/correct-answer";
import { auditSubject } from "../../review/commands/lock-audit";
import { requireReviewer } from "../../review/rules";
import { listThreadMembers } from "../queries/list-thread-members";
import { requireDecider } from "../rules";
import type { DecideAppealInput } from "../schema";
import { lockAppeal } from "./lock-appeal";

/**
 * Decides an open appeal as a reviewer: the answer is upheld, or changed to another, whose trace and score are kept as of
 * every correction. Whoever appealed, the employee, the location's managers and the auditor are told. ConflictError once
 * somebody decided (or it was withdrawn), when the answer changed meanwhile, and for one's own appeal or
 * mystery visit.
 */
export async function decideAppeal(
  scope: Scope,
  input: DecideAppealInput,
): Promise<{ scoreBefore: number | null; scoreAfter: number | null }> {
  requireReviewer(scope);
  return withScope(scope, async (tx) => {
    const { audit, appeal } = await lockAppeal(tx, scope, input.appealId);
    requireDecider(audit, appeal, scope);
    let scores = { scoreBefore: audit.score, scoreAfter: audit.score };
    if (input.outcome === "changed") {
      try {
        const { scoreBefore, scoreAfter } = await correctLockedAnswer(tx, scope, audit, {
          itemKey: appeal.itemKey,
          value: input.value,
          basedOn: input.basedOn,
          reason: input.decision,
          appealId: appeal.id,
        });
        scores = { scoreBefore, scoreAfter };
      } catch (error) {
        if (error instanceof InvalidInputError) throw new InvalidInputError({ value: "appealAnswerNeeded" });
        throw error;
      }
    }
    await tx.auditAppeal.update({
      where: key(scope, appeal.id),
      data: {
        status: input.outcome,
        decision: input.decision,
        decidedAt: scope.now,
        decidedByUserId: scope.userId,
        ...scores,
      },
      select: { id: true },
    });
    await recordActivity(tx, scope, "appeal.decided", auditSubject(audit), {
      name: audit.name,
      item: appeal.itemKey,
      outcome: input.outcome,
    });
    const { employee, localManagers } = await listConcernedMembers(tx, scope, audit);
    const thread = await listThreadMembers(tx, scope, audit, appeal.id);
    for (const memberId of new Set([...thread, ...employee, ...localManagers, audit.auditorMemberId])) {
      if (memberId === scope.memberId) continue;
      await queueMemberMail(tx, scope, { memberId, kind: "appealDecided", subjectId: appeal.id });
    }
    return scores;
  });
}
