import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { getEnv } from "@/server/env";
import { handOverMail, insist } from "@/server/hand-over-mail";
import { memberJobScope } from "@/server/job-scope";
import { enqueueJob } from "@/server/jobs";
import { log } from "@/server/log";
import { composeMail, type OutgoingMail } from "@/server/mail";
import { deliverMail, type MailOutcome } from "@/server/mail-delivery";
import { retryDelayMilliseconds } from "@/server/retry-delay";
import type { Scope } from "@/server/scope";
import type { MemberMailText, UnsentMemberMail } from "../mail/member-mail-kinds";
import { memberMailTexts } from "../mail/member-mail-texts";
import { renderAccountMail } from "../mail/render-account-mail";
import { cancelMemberMail, findUnsentMemberMail } from "./find-unsent-member-mail";

/**
 * Says what a mail is about, to its reader (a scope with the reader's rights as they are now); null when there is nothing
 * to say any more or the reader may not know.
 */
export type MemberMailWriter = (reader: Scope, mail: UnsentMemberMail) => Promise<MemberMailText | null>;

/**
 * Sends one mail to a member, if it is still to be sent; the task behind `sendMemberMail`. At most once, whenever the
 * process dies, in the way of digests (docs/decisions/0006-mail-at-most-once.md).
 */
export async function sendMemberMail(
  scope: Scope,
  memberMailId: string,
  write: MemberMailWriter,
): Promise<void> {
  const mail = await withScope(scope, (tx) => findUnsentMemberMail(tx, scope, memberMailId));
  if (!mail) return;
  const message = await compose(scope, mail, write);
  if (!message) {
    await withScope(scope, (tx) => cancelMemberMail(tx, scope, mail.id));
    return;
  }
  const handOver = handOverMail(scope, async (client) => {
    const taken = await client.query(
      `update member_mails set state = 'handed_over', handed_over_at = $3, attempts = attempts + 1
        where organization_id = $1 and id = $2 and state = 'queued'`,
      [scope.organizationId, mail.id, scope.now],
    );
    return taken.rowCount === 1;
  });
  let outcome: MailOutcome;
  try {
    outcome = await deliverMail(await composeMail(message), handOver.run);
  } catch (error) {
    if (!handOver.wasReleased()) throw error;
    log("error", "member-mail.record-late", { id: mail.id, kind: mail.kind, error });
    await insist("member-mail.record-failed", () =>
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
    log("warn", "member-mail.not-accepted", { id: mail.id, mailKind: mail.kind, ...settled });
  }
}

async function compose(
  scope: Scope,
  mail: UnsentMemberMail,
  write: MemberMailWriter,
): Promise<OutgoingMail | null> {
  const { reader } = mail;
  const readerScope = await memberJobScope(scope, reader.userId);
  const text = readerScope && (await write(readerScope, mail));
  if (!text) return null;
  const organization = await withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { name: true, slug: true, accentColor: true },
    }),
  );
  const { locale, t } = memberMailTexts(reader.language);
  const appUrl = new URL(getEnv().APP_URL);
  const {
    subject,
    html,
    text: plain,
  } = renderAccountMail({
    language: locale,
    subject: text.subject,
    senderName: organization.name,
    accentColor: organization.accentColor,
    greeting: t("greeting", { name: reader.name }),
    paragraphs: text.paragraphs,
    button: {
      label: text.button.label,
      href: `${appUrl.origin}/o/${organization.slug}${text.button.path}`,
    },
    notes: [t("why", { organization: organization.name })],
    buttonFails: t("buttonFails"),
  });
  return {
    to: reader.email,
    subject,
    html,
    text: plain,
    senderName: organization.name,
    messageId: `<member-mail.${mail.id}@${appUrl.hostname}>`,
  };
}

async function recordOutcome(
  tx: Transaction,
  scope: Scope,
  mail: UnsentMemberMail,
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
    await tx.memberMail.updateMany({ where, data: { state: "accepted" } });
  } else if (outcome.kind === "refused" && outcome.isLasting) {
    await tx.memberMail.updateMany({ where, data: { state: "failed", attempts } });
  } else if (outcome.kind !== "unconfirmed") {
    const data = { state: "queued" as const, handedOverAt: null, attempts };
    const { count } = await tx.memberMail.updateMany({ where, data });
    if (count === 0) return;
    const runAt = new Date(Date.now() + retryDelayMilliseconds(attempts));
    await enqueueJob(tx, "sendMemberMail", { organizationId, memberMailId: mail.id }, { runAt });
  }
}

async function recordLateHandOver(tx: Transaction, scope: Scope, mail: UnsentMemberMail): Promise<void> {
  await tx.memberMail.updateMany({
    where: { organizationId: scope.organizationId, id: mail.id, state: "queued" },
    data: { state: "handed_over", handedOverAt: scope.now, attempts: mail.attempts + 1 },
  });
}
