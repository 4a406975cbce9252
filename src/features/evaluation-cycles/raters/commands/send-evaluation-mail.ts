import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { handOverMail, insist } from "@/server/hand-over-mail";
import { enqueueJob } from "@/server/jobs";
import { log } from "@/server/log";
import { composeMail } from "@/server/mail";
import { deliverMail, type MailOutcome } from "@/server/mail-delivery";
import { retryDelayMilliseconds } from "@/server/retry-delay";
import type { Scope } from "@/server/scope";
import { findUnsentEvaluationMail, type UnsentEvaluationMail } from "./find-unsent-evaluation-mail";

/**
 * Sends one mail to a 360 rater, if it is still to be sent; the task behind `sendEvaluationMail`. At most once, whenever
 * the process dies, in the way of mails to members (docs/decisions/0006-mail-at-most-once.md).
 */
export async function sendEvaluationMail(scope: Scope, evaluationMailId: string): Promise<void> {
  const mail = await withScope(scope, (tx) => findUnsentEvaluationMail(tx, scope, evaluationMailId));
  if (!mail) return;
  const handOver = handOverMail(scope, async (client) => {
    const taken = await client.query(
      `update evaluation_mails set state = 'handed_over', handed_over_at = $3, attempts = attempts + 1
        where organization_id = $1 and id = $2 and state = 'queued'`,
      [scope.organizationId, mail.id, scope.now],
    );
    return taken.rowCount === 1;
  });
  let outcome: MailOutcome;
  try {
    outcome = await deliverMail(await composeMail(mail.message), handOver.run);
  } catch (error) {
    if (!handOver.wasReleased()) throw error;
    log("error", "evaluation-mail.record-late", { id: mail.id, error });
    await insist("evaluation-mail.record-failed", () =>
      withScope(scope, (tx) => recordLateHandOver(tx, scope, mail)),
    );
    return;
  }
  if (outcome.kind === "withheld") {
    if (!handOver.wasConnectionLost()) return;
    outcome = { kind: "unreachable", reply: "connection lost" };
  }
  const settled = outcome;
  await withScope(scope, (tx) => recordOutcome(tx, scope, mail, settled, handOver.wasReleased()));
  if (settled.kind !== "accepted") {
    log("warn", "evaluation-mail.not-accepted", { id: mail.id, mailKind: mail.kind, ...settled });
  }
}

async function recordOutcome(
  tx: Transaction,
  scope: Scope,
  mail: UnsentEvaluationMail,
  outcome: Exclude<MailOutcome, { kind: "withheld" }>,
  wasReleased: boolean,
): Promise<void> {
  const { organizationId } = scope;
  const attempts = mail.attempts + 1;
  // Only of the state this run left it in: another run may have sent it while this one waited for the server.
  const where = {
    organizationId,
    id: mail.id,
    state: wasReleased ? ("handed_over" as const) : ("queued" as const),
  };
  if (outcome.kind === "accepted") {
    await tx.evaluationMail.updateMany({ where, data: { state: "accepted" } });
  } else if (outcome.kind === "refused" && outcome.isLasting) {
    await tx.evaluationMail.updateMany({ where, data: { state: "failed", attempts } });
  } else if (outcome.kind !== "unconfirmed") {
    const data = { state: "queued" as const, handedOverAt: null, attempts };
    const { count } = await tx.evaluationMail.updateMany({ where, data });
    if (count === 0) return;
    const runAt = new Date(Date.now() + retryDelayMilliseconds(attempts));
    await enqueueJob(tx, "sendEvaluationMail", { organizationId, evaluationMailId: mail.id }, { runAt });
  }
}

async function recordLateHandOver(tx: Transaction, scope: Scope, mail: UnsentEvaluationMail): Promise<void> {
  await tx.evaluationMail.updateMany({
    where: { organizationId: scope.organizationId, id: mail.id, state: "queued" },
    data: { state: "handed_over", handedOverAt: scope.now, attempts: mail.attempts + 1 },
  });
}
