import "server-only";
import { withScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import type { Scope } from "@/server/scope";
import { sendQueuedMail } from "@/server/send-queued-mail";
import { findUnsentEvaluationMail } from "./find-unsent-evaluation-mail";

/**
 * Sends one mail to a 360 rater, if it is still to be sent; the task behind `sendEvaluationMail`. At most once, whenever
 * the process dies, in the way of mails to members (docs/decisions/0006-mail-at-most-once.md).
 */
export async function sendEvaluationMail(scope: Scope, evaluationMailId: string): Promise<void> {
  const mail = await withScope(scope, (tx) => findUnsentEvaluationMail(tx, scope, evaluationMailId));
  if (!mail) return;
  const { organizationId } = scope;
  await sendQueuedMail(scope, mail, mail.message, {
    table: "evaluation_mails",
    event: "evaluation-mail",
    update: (tx, where, data) => tx.evaluationMail.updateMany({ where, data }),
    enqueueAgain: (tx, runAt) =>
      enqueueJob(tx, "sendEvaluationMail", { organizationId, evaluationMailId }, { runAt }),
  });
}
