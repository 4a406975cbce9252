import "server-only";
import { createTranslator } from "next-intl";
import {
  type AccountMailContent,
  renderAccountMail,
} from "@/features/organizations/mail/render-account-mail";
import { findInvitationState } from "@/features/organizations/rules";
import type { Locale } from "@/i18n/locale";
import { RESPONDENT_MESSAGES } from "@/i18n/messages";
import { withScope, withUser } from "@/server/database";
import { getEnv } from "@/server/env";
import { jobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";
import { sendMail } from "@/server/mail";
import { accountToken } from "@/server/tokens";
import { MEMBER_INVITATION_DAYS } from "./invite-member";

type Payload = JobPayloads["sendAccountMail"];

/**
 * Sends the mail with a link for a new password or for joining an organization; nothing when the link has been used,
 * taken back or has expired in the meantime. The token is derived, not stored: the database alone opens no account.
 */
export async function sendAccountMail(payload: Payload, now = new Date()): Promise<void> {
  const mail =
    payload.kind === "password-reset"
      ? await writePasswordReset(payload, now)
      : await writeInvitation(payload, now);
  if (!mail) return;
  const { to, content, id } = mail;
  await sendMail({
    to,
    ...renderAccountMail(content),
    // The same job twice is the same mail: programs that know the id already show it once.
    messageId: `<${payload.kind}.${id}@${new URL(getEnv().APP_URL).hostname}>`,
  });
}

/** An account belongs to no organization: its mails look like the product. */
const PRODUCT = { name: "Lastmetre", accentColor: "#0f766e" };

type AccountMail = { to: string; id: string; content: AccountMailContent };

async function writePasswordReset(
  payload: Extract<Payload, { kind: "password-reset" }>,
  now: Date,
): Promise<AccountMail | null> {
  const reset = await withUser(payload.userId, (tx) =>
    tx.passwordReset.findFirst({
      where: { id: payload.passwordResetId, userId: payload.userId, usedAt: null, expiresAt: { gt: now } },
      select: { id: true, user: { select: { name: true, email: true, locale: true } } },
    }),
  );
  if (!reset) return null;
  const { language, t } = accountTexts(reset.user.locale);
  return {
    to: reset.user.email,
    id: reset.id,
    content: {
      language,
      senderName: PRODUCT.name,
      accentColor: PRODUCT.accentColor,
      subject: t("passwordReset.subject"),
      greeting: t("greeting", { name: reset.user.name }),
      paragraphs: [t("passwordReset.text")],
      button: {
        label: t("passwordReset.button"),
        href: `${getEnv().APP_URL}/reset-password/${accountToken(reset.id, "password-reset")}`,
      },
      notes: [t("passwordReset.expiry"), t("passwordReset.unexpected")],
      buttonFails: t("buttonFails"),
    },
  };
}

async function writeInvitation(
  payload: Extract<Payload, { kind: "member-invitation" }>,
  now: Date,
): Promise<AccountMail | null> {
  const scope = await jobScope(payload);
  const found = await withScope(scope, async (tx) => {
    const invitation = await tx.memberInvitation.findFirst({
      where: { organizationId: scope.organizationId, id: payload.memberInvitationId },
      select: {
        id: true,
        email: true,
        role: true,
        language: true,
        invitedByUserId: true,
        acceptedAt: true,
        revokedAt: true,
        expiresAt: true,
        organization: { select: { name: true, accentColor: true } },
      },
    });
    if (!invitation || findInvitationState(invitation, now) !== "pending") return null;
    const inviter = await tx.user.findUnique({
      where: { id: invitation.invitedByUserId },
      select: { name: true },
    });
    return { ...invitation, inviterName: inviter?.name };
  });
  if (!found) return null;
  const { language, t } = accountTexts(found.language);
  const organization = found.organization.name;
  return {
    to: found.email,
    id: found.id,
    content: {
      language,
      senderName: organization,
      accentColor: found.organization.accentColor,
      subject: t("invitation.subject", { organization }),
      greeting: t("invitation.greeting"),
      paragraphs: [
        found.inviterName
          ? t("invitation.textBy", { organization, name: found.inviterName })
          : t("invitation.text", { organization }),
        t(`invitation.role.${found.role}`),
      ],
      button: {
        label: t("invitation.button"),
        href: `${getEnv().APP_URL}/accept-invitation/${accountToken(found.id, "member-invitation")}`,
      },
      notes: [t("invitation.expiry", { days: MEMBER_INVITATION_DAYS }), t("invitation.unexpected")],
      buttonFails: t("buttonFails"),
    },
  };
}

function accountTexts(wanted: string) {
  const language = wanted in RESPONDENT_MESSAGES ? (wanted as keyof typeof RESPONDENT_MESSAGES) : "en";
  const t = createTranslator({
    // The type knows the languages of the screens only; mails are also written in Swedish.
    locale: language as Locale,
    messages: { mail: RESPONDENT_MESSAGES[language].mail },
    namespace: "mail.account",
  });
  return { language, t };
}
