import "server-only";
import { withScope } from "@/server/database";
import { getEnv } from "@/server/env";
import { memberJobScope } from "@/server/job-scope";
import { enqueueJob } from "@/server/jobs";
import type { OutgoingMail } from "@/server/mail";
import type { Scope } from "@/server/scope";
import { sendQueuedMail } from "@/server/send-queued-mail";
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
  const { organizationId } = scope;
  await sendQueuedMail(scope, mail, message, {
    table: "member_mails",
    event: "member-mail",
    update: (tx, where, data) => tx.memberMail.updateMany({ where, data }),
    enqueueAgain: (tx, runAt) =>
      enqueueJob(tx, "sendMemberMail", { organizationId, memberMailId }, { runAt }),
  });
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
