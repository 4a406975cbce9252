import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { getEnv } from "@/server/env";
import { insist } from "@/server/hand-over-mail";
import { memberJobScope } from "@/server/job-scope";
import { enqueueJob } from "@/server/jobs";
import { log } from "@/server/log";
import { composeMail, type OutgoingMail } from "@/server/mail";
import { deliverMail, type MailOutcome } from "@/server/mail-delivery";
import { retryDelayMilliseconds } from "@/server/retry-delay";
import type { Scope } from "@/server/scope";
import { digestToken } from "@/server/tokens";
import { buildDigestMail } from "../digest-mail";
import { getDigest } from "../queries/get-digest";
import {
  cancelDigest,
  type DigestKey,
  digestKey,
  findUnsentDigest,
  type UnsentDigest,
} from "./find-unsent-digest";
import { handOverDigest } from "./hand-over-digest";

/**
 * Sends one member's digest of a week, if it is still to be sent; the task behind `sendDigest`. At most once, whenever the
 * process dies, in the way of invitations (docs/decisions/0006-mail-at-most-once.md). The reader sees what the reader's own
 * dashboards show, with the rights as they are now.
 */
export async function sendDigest(scope: Scope, key: DigestKey): Promise<void> {
  const digest = await withScope(scope, (tx) => findUnsentDigest(tx, scope, key));
  if (!digest) return;
  const message = await writeDigest(scope, digest);
  if (!message) {
    await withScope(scope, (tx) => cancelDigest(tx, scope, digest));
    return;
  }
  const handOver = handOverDigest(scope, digest);
  let outcome: MailOutcome;
  try {
    outcome = await deliverMail(await composeMail(message), handOver.run);
  } catch (error) {
    if (!handOver.wasReleased()) throw error;
    // The mail left but its record may not have been written: write it now, whatever it takes, or it would leave twice.
    log("error", "digest.record-late", { ...key, error });
    await insist("digest.record-failed", () =>
      withScope(scope, (tx) => recordLateHandOver(tx, scope, digest)),
    );
    return;
  }
  if (outcome.kind === "withheld") {
    if (!handOver.wasConnectionLost()) return;
    outcome = { kind: "unreachable", reply: "connection lost" };
  }
  const settled = outcome;
  await withScope(scope, (tx) => recordOutcome(tx, scope, digest, settled, handOver.wasReleased()));
  if (settled.kind !== "accepted") log("warn", "digest.not-accepted", { ...key, ...settled });
}

/** Null when there is nothing to tell, or the reader has left in this moment. */
async function writeDigest(scope: Scope, digest: UnsentDigest): Promise<OutgoingMail | null> {
  const { userId, memberId, monday, email, language } = digest;
  const reader = await memberJobScope(scope, userId);
  const content = reader && (await getDigest(reader, monday));
  if (!content) return null;
  return buildDigestMail(content, {
    to: email,
    language,
    memberId,
    token: digestToken(scope.organizationId, memberId),
    appUrl: new URL(getEnv().APP_URL).origin,
  });
}

async function recordOutcome(
  tx: Transaction,
  scope: Scope,
  digest: UnsentDigest,
  outcome: Exclude<MailOutcome, { kind: "withheld" }>,
  wasReleased: boolean,
): Promise<void> {
  const attempts = digest.attempts + 1;
  // Only of the state this run left it in: another run may have sent it while this one waited for the server.
  const where = {
    ...digestKey(scope, digest).organizationId_memberId_weekStart,
    state: wasReleased ? ("handed_over" as const) : ("queued" as const),
  };
  if (outcome.kind === "accepted") {
    await tx.digestMail.updateMany({ where, data: { state: "accepted" } });
  } else if (outcome.kind === "refused" && outcome.isLasting) {
    await tx.digestMail.updateMany({ where, data: { state: "failed", attempts } });
  } else if (outcome.kind !== "unconfirmed") {
    // Again after longer and longer waits, until the week is old news (findUnsentDigest).
    const data = { state: "queued" as const, handedOverAt: null, attempts };
    const { count } = await tx.digestMail.updateMany({ where, data });
    if (count === 0) return;
    const { organizationId } = scope;
    const { memberId, monday: weekStart } = digest;
    await enqueueJob(
      tx,
      "sendDigest",
      { organizationId, memberId, weekStart },
      { runAt: new Date(Date.now() + retryDelayMilliseconds(attempts)) },
    );
  }
}

async function recordLateHandOver(tx: Transaction, scope: Scope, digest: UnsentDigest): Promise<void> {
  await tx.digestMail.updateMany({
    where: { ...digestKey(scope, digest).organizationId_memberId_weekStart, state: "queued" },
    data: { state: "handed_over", handedOverAt: scope.now, attempts: digest.attempts + 1 },
  });
}
