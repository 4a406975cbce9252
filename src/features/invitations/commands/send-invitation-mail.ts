import "server-only";
import type { MailKind } from "@/generated/prisma/enums";
import { type Transaction, withScope } from "@/server/database";
import { insist } from "@/server/hand-over-mail";
import { enqueueJob } from "@/server/jobs";
import { log } from "@/server/log";
import { composeMail } from "@/server/mail";
import { deliverMail, type MailOutcome } from "@/server/mail-delivery";
import { retryDelayMilliseconds } from "@/server/retry-delay";
import { key, type Scope } from "@/server/scope";
import { type DueMail, findDueMail } from "./find-due-mail";
import { handOverInvitation } from "./hand-over-invitation";
import { lockInvitation } from "./lock-invitation";

/**
 * Sends one mail of an invitation, if it is still to be sent; the task behind `sendInvitationMail`. Whenever the process
 * dies, the mail's row tells what to do next: "queued" was never sent and is sent; "handed_over" was sent, or missed that
 * by an instant, and is never sent again (docs/decisions/0006-mail-at-most-once.md).
 */
export async function sendInvitationMail(scope: Scope, invitationId: string, kind: MailKind): Promise<void> {
  const mail = await withScope(scope, (tx) => findDueMail(tx, scope, invitationId, kind));
  if (!mail) return;
  const composed = await composeMail(mail.message);
  const handOver = handOverInvitation(scope, mail);
  let outcome: MailOutcome;
  try {
    outcome = await deliverMail(composed, handOver.run);
  } catch (error) {
    if (!handOver.wasReleased()) throw error;
    // The mail left but its record may not have been written: write it now, whatever it takes, or it would leave twice.
    log("error", "invitation-mail.record-late", { invitationId, kind, error });
    await insist("invitation-mail.record-failed", () =>
      withScope(scope, (tx) => recordLateHandOver(tx, scope, mail)),
    );
    return;
  }
  if (outcome.kind === "withheld") {
    if (handOver.wasOvertaken()) return sendInvitationMail(scope, invitationId, kind);
    if (!handOver.wasConnectionLost()) return;
    outcome = { kind: "unreachable", reply: "connection lost" };
  }
  const settled = outcome;
  await withScope(scope, (tx) => recordOutcome(tx, scope, mail, settled));
  logTrouble(mail, settled);
}

function logTrouble(mail: DueMail, outcome: Exclude<MailOutcome, { kind: "withheld" }>): void {
  const { invitationId, kind, attempts } = mail;
  const { reply } = outcome;
  if (outcome.kind === "accepted") return;
  if (outcome.kind === "unconfirmed") {
    log("warn", "invitation-mail.unconfirmed", { invitationId, kind, reply });
  } else if (outcome.kind === "refused" && outcome.isLasting) {
    log("warn", "invitation-mail.failed", { invitationId, kind, reply });
  } else {
    log("warn", "invitation-mail.retry", { invitationId, kind, tries: attempts + 1, reply });
  }
}

async function recordOutcome(
  tx: Transaction,
  scope: Scope,
  mail: DueMail,
  outcome: Exclude<MailOutcome, { kind: "withheld" }>,
): Promise<void> {
  const { reply } = outcome;
  if (outcome.kind === "accepted") {
    await updateMail(tx, scope, mail, { state: "accepted", acceptedAt: new Date(), serverReply: reply });
  } else if (outcome.kind === "unconfirmed") {
    await updateMail(tx, scope, mail, { serverReply: reply });
  } else if (outcome.kind === "refused" && outcome.isLasting) {
    await recordFailure(tx, scope, mail, outcome);
  } else {
    await tryAgainLater(tx, scope, mail, reply);
  }
}

/** Back to the queue, after longer and longer waits; ends when the invitation expires (`decideSending`). */
async function tryAgainLater(tx: Transaction, scope: Scope, mail: DueMail, reply: string): Promise<void> {
  const tries = mail.attempts + 1;
  const { organizationId } = scope;
  const { invitationId, kind } = mail;
  await lockInvitation(tx, scope, mail);
  await updateMail(tx, scope, mail, {
    state: "queued",
    handedOverAt: null,
    attempts: tries,
    serverReply: reply,
  });
  if (kind === "invitation") {
    await tx.invitation.updateMany({
      where: { organizationId, id: invitationId, status: "sent" },
      data: { status: "scheduled", sentAt: null },
    });
  }
  await enqueueJob(
    tx,
    "sendInvitationMail",
    { organizationId, invitationId, kind },
    {
      runAt: new Date(Date.now() + retryDelayMilliseconds(tries)),
      jobKey: `invitation-mail:${invitationId}:${kind}`,
    },
  );
}

async function recordFailure(
  tx: Transaction,
  scope: Scope,
  mail: DueMail,
  outcome: { reply: string; isAddress: boolean },
): Promise<void> {
  const { organizationId, now } = scope;
  const { invitationId } = mail;
  await lockInvitation(tx, scope, mail);
  await updateMail(tx, scope, mail, {
    state: "failed",
    attempts: mail.attempts + 1,
    serverReply: outcome.reply,
  });
  if (outcome.isAddress) {
    // An address that was suppressed meanwhile keeps its older, stronger reason.
    await tx.suppressedAddress.createMany({
      data: { organizationId, addressHash: mail.addressHash, reason: "undeliverable", createdAt: now },
      skipDuplicates: true,
    });
  }
  if (mail.kind !== "invitation") return;
  const failed = await tx.invitation.updateMany({
    where: { organizationId, id: invitationId, status: { in: ["scheduled", "sent"] } },
    data: { status: "not_sent", sentAt: null, bouncedAt: now },
  });
  if (failed.count === 0) return;
  await tx.encounter.update({
    where: key(scope, mail.encounterId),
    data: { noInvitationReason: "channel_failed" },
    select: { id: true },
  });
  await tx.invitationMail.updateMany({
    where: { organizationId, invitationId, state: "queued" },
    data: { state: "cancelled" },
  });
}

async function recordLateHandOver(tx: Transaction, scope: Scope, mail: DueMail): Promise<void> {
  const { organizationId, now } = scope;
  await lockInvitation(tx, scope, mail);
  await tx.invitationMail.updateMany({
    where: { organizationId, invitationId: mail.invitationId, kind: mail.kind, state: "queued" },
    data: { state: "handed_over", handedOverAt: now, attempts: mail.attempts + 1 },
  });
  if (mail.kind === "invitation") {
    await tx.invitation.updateMany({
      where: { organizationId, id: mail.invitationId, status: "scheduled" },
      data: { status: "sent", sentAt: now },
    });
  }
}

async function updateMail(
  tx: Transaction,
  scope: Scope,
  mail: DueMail,
  data: Parameters<Transaction["invitationMail"]["update"]>[0]["data"],
): Promise<void> {
  const { organizationId } = scope;
  await tx.invitationMail.update({
    where: {
      organizationId_invitationId_kind: { organizationId, invitationId: mail.invitationId, kind: mail.kind },
    },
    data,
    select: { kind: true },
  });
}
