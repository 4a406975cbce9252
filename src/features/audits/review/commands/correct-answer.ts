import "server-only";
import type { AuditAnswerValue } from "@/features/audit-forms/schema";
import { Prisma } from "@/generated/prisma/client";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { keepScore } from "../../commands/keep-score";
import { writeAnswer } from "../../commands/save-audit-answers";
import { readAudit } from "../../queries/read-audit";
import { isSameAnswer } from "../../rules";
import { fitAnswer, requireInReview, requireReviewer } from "../rules";
import type { CorrectAnswerInput } from "../schema";
import { auditSubject, type LockedAudit, lockAudit } from "./lock-audit";

export type CorrectedScore = {
  scoreBefore: number | null;
  scoreAfter: number | null;
  failedBefore: boolean;
  failedAfter: boolean;
};

/**
 * Corrects an answer of an audit under the actor's review. The old answer, the new one, the reason and what it did to the
 * score stay on record. ConflictError when the audit is not (or no longer) under the actor's review, or somebody changed
 * the answer since `basedOn`; InvalidInputError for a value the item does not take, or the one it has.
 */
export async function correctAnswer(scope: Scope, input: CorrectAnswerInput): Promise<CorrectedScore> {
  requireReviewer(scope);
  return withScope(scope, async (tx) => {
    const audit = await lockAudit(tx, scope, input.auditId);
    requireInReview(audit, scope, audit.reviewerName);
    return correctLockedAnswer(tx, scope, audit, { ...input, appealId: null });
  });
}

/**
 * What corrections of reviewers and decisions of appeals have in common, on an audit that the caller has locked and may
 * change: stores the answer, its trace and the score that follows. Errors as of `correctAnswer`.
 */
export async function correctLockedAnswer(
  tx: Transaction,
  scope: Scope,
  audit: LockedAudit,
  change: Omit<CorrectAnswerInput, "auditId"> & { appealId: string | null },
): Promise<CorrectedScore> {
  const { organizationId } = scope;
  const { form, itemIds, answers } = await readAudit(tx, scope, audit.id);
  const item = form.definition.sections
    .flatMap((section) => section.items)
    .find(({ key }) => key === change.itemKey);
  const itemId = itemIds[change.itemKey];
  if (!item || !itemId) throw new NotFoundError();
  const stored = answers[item.key];
  if ((stored?.revision ?? 0) !== change.basedOn) throw new ConflictError("auditAnswerChanged");
  const value = fitAnswer(item, change.value);
  if (!value) throw new InvalidInputError({ value: "auditAnswerUnfit" });
  const old = stored ? pickValue(stored) : null;
  if (isSameAnswer(old, value)) throw new InvalidInputError({ value: "auditAnswerSame" });

  await writeAnswer(tx, scope, audit.id, { itemId, revision: change.basedOn + 1, value });
  const score = await keepScore(tx, scope, {
    id: audit.id,
    definition: form.definition,
    itemIds,
    answers: { ...answers, [item.key]: value },
  });
  const outcome: CorrectedScore = {
    scoreBefore: audit.score,
    scoreAfter: score.score,
    failedBefore: audit.isFailed,
    failedAfter: score.isFailed,
  };
  await tx.auditCorrection.create({
    data: {
      organizationId,
      auditId: audit.id,
      itemId,
      appealId: change.appealId,
      reason: change.reason,
      oldValue: old ?? Prisma.DbNull,
      newValue: value,
      ...outcome,
      correctedByUserId: scope.userId,
      correctedAt: scope.now,
    },
    select: { id: true },
  });
  await recordActivity(tx, scope, "audit.corrected", auditSubject(audit), {
    name: audit.name,
    item: item.key,
    scoreBefore: outcome.scoreBefore,
    scoreAfter: outcome.scoreAfter,
  });
  return outcome;
}

function pickValue({
  isNotApplicable,
  number,
  optionKeys,
  text,
  comment,
}: AuditAnswerValue): AuditAnswerValue {
  return { isNotApplicable, number, optionKeys, text, comment };
}
