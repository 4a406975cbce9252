import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { handOverMail, insist } from "@/server/hand-over-mail";
import { log } from "@/server/log";
import { composeMail, type OutgoingMail } from "@/server/mail";
import { deliverMail, type MailOutcome } from "@/server/mail-delivery";
import { retryDelayMilliseconds } from "@/server/retry-delay";
import type { Scope } from "@/server/scope";

/** A mail of which a table holds a row in the state "queued". */
export type QueuedMail = {
  id: string;
  kind: string;
  /** Tries that failed before. */
  attempts: number;
};

type Where = { organizationId: string; id: string; state: "queued" | "handed_over" };
type Change =
  | { state: "accepted" }
  | { state: "failed"; attempts: number }
  | { state: "queued"; handedOverAt: null; attempts: number }
  | { state: "handed_over"; handedOverAt: Date; attempts: number };

/** Where the rows of one sort of mail are, and how to try one of them again. */
export type MailQueue = {
  table: "member_mails" | "evaluation_mails";
  /** What the log calls such a mail. */
  event: "member-mail" | "evaluation-mail";
  update(tx: Transaction, where: Where, data: Change): Promise<{ count: number }>;
  enqueueAgain(tx: Transaction, runAt: Date): Promise<void>;
};

/**
 * Sends one queued mail and records what became of it: at most once, whenever the process dies
 * (docs/decisions/0006-mail-at-most-once.md). A mail server out of reach, or refusing for now, gets it again later; a lasting
 * refusal ends it. Throws only where nothing left: the job is then tried again.
 */
export async function sendQueuedMail(
  scope: Scope,
  mail: QueuedMail,
  message: OutgoingMail,
  queue: MailQueue,
): Promise<void> {
  const { organizationId } = scope;
  const attempts = mail.attempts + 1;
  const handOver = handOverMail(scope, async (client) => {
    const taken = await client.query(
      `update ${queue.table} set state = 'handed_over', handed_over_at = $3, attempts = attempts + 1
        where organization_id = $1 and id = $2 and state = 'queued'`,
      [organizationId, mail.id, scope.now],
    );
    return taken.rowCount === 1;
  });
  let outcome: MailOutcome;
  try {
    outcome = await deliverMail(await composeMail(message), handOver.run);
  } catch (error) {
    if (!handOver.wasReleased()) throw error;
    log("error", `${queue.event}.record-late`, { id: mail.id, kind: mail.kind, error });
    const where = { organizationId, id: mail.id, state: "queued" as const };
    const data = { state: "handed_over" as const, handedOverAt: scope.now, attempts };
    await insist(`${queue.event}.record-failed`, async () => {
      await withScope(scope, (tx) => queue.update(tx, where, data));
    });
    return;
  }
  if (outcome.kind === "withheld") {
    if (!handOver.wasConnectionLost()) return;
    outcome = { kind: "unreachable", reply: "connection lost" };
  }
  const settled = outcome;
  // Only of the state this run left it in: another run may have sent it while this one waited for the server.
  const state = handOver.wasReleased() ? ("handed_over" as const) : ("queued" as const);
  const where: Where = { organizationId, id: mail.id, state };
  await withScope(scope, (tx) => recordOutcome(tx, queue, where, settled, attempts));
  if (settled.kind !== "accepted") {
    log("warn", `${queue.event}.not-accepted`, { id: mail.id, mailKind: mail.kind, ...settled });
  }
}

async function recordOutcome(
  tx: Transaction,
  queue: MailQueue,
  where: Where,
  outcome: Exclude<MailOutcome, { kind: "withheld" }>,
  attempts: number,
): Promise<void> {
  if (outcome.kind === "accepted") {
    await queue.update(tx, where, { state: "accepted" });
  } else if (outcome.kind === "refused" && outcome.isLasting) {
    await queue.update(tx, where, { state: "failed", attempts });
  } else if (outcome.kind !== "unconfirmed") {
    const { count } = await queue.update(tx, where, { state: "queued", handedOverAt: null, attempts });
    if (count > 0) await queue.enqueueAgain(tx, new Date(Date.now() + retryDelayMilliseconds(attempts)));
  }
}
