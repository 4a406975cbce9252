import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import type { Scope } from "@/server/scope";

export type EvaluationMailKind = "invitation" | "reminder";

/**
 * Puts mails to raters on their way, in the transaction of what they tell of. One of a kind and occasion leaves at most
 * once to a rater: queueing it again changes nothing. What it says is written when it leaves; if nothing is to be rated by
 * then, it stays. Gives the number queued now.
 */
export async function queueEvaluationMails(
  tx: Transaction,
  scope: Scope,
  mails: readonly { raterId: string; kind: EvaluationMailKind; occasion: string }[],
): Promise<number> {
  const { organizationId, now } = scope;
  if (mails.length === 0) return 0;
  const queued = await tx.evaluationMail.createManyAndReturn({
    data: mails.map((mail) => ({ organizationId, id: uuidv7(), ...mail, createdAt: now })),
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of queued)
    await enqueueJob(tx, "sendEvaluationMail", { organizationId, evaluationMailId: id });
  return queued.length;
}
