import "server-only";
import type { MailKind } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import { getEnv } from "@/server/env";
import { enqueueJob } from "@/server/jobs";
import type { OutgoingMail } from "@/server/mail";
import { key, type Scope } from "@/server/scope";
import { hashAddress, invitationToken } from "@/server/tokens";
import { buildInvitationMail } from "../invitation-mail";
import { getAskedSurvey } from "../queries/survey-versions";
import { decideSending, nextReminder, type Refusal, reminderTime } from "../rules";
import { findSuppression } from "./invite-for-encounters";
import { lockInvitation } from "./lock-invitation";
import { listCustomersOfAddress } from "./same-address";

/** A mail that is to leave now. */
export type DueMail = {
  invitationId: string;
  encounterId: string;
  kind: MailKind;
  /** Tries that failed before. */
  attempts: number;
  customer: { id: string; email: string };
  addressHash: ReturnType<typeof hashAddress>;
  /** How long nobody else may have written to the address before, in days; 0 for a reminder. */
  quarantineDays: number;
  message: OutgoingMail;
  /** The reminder to plan once this mail has left, or null. */
  reminder: { kind: MailKind; dueAt: Date } | null;
};

/**
 * The mail if it is to leave now. Otherwise null, and what follows is written down: a mail that may never leave is
 * cancelled (and its encounter gets the reason), one that is early is planned again.
 */
export async function findDueMail(
  tx: Transaction,
  scope: Scope,
  invitationId: string,
  kind: MailKind,
): Promise<DueMail | null> {
  const { organizationId, now } = scope;
  const row = await readMail(tx, scope, invitationId, kind);
  if (row?.state !== "queued") return null;
  const { invitation } = row;
  const email = invitation.customer?.email ?? null;
  const decision = decideSending({
    kind,
    invitation,
    survey: invitation.survey,
    customer: invitation.customer,
    suppression: await findSuppression(tx, scope, email),
    otherSent: kind === "invitation" ? await listOtherSent(tx, scope, invitationId, invitation.customer) : [],
    organization: row.organization,
    now,
  });
  if (!decision.send) {
    if (decision.waitUntil) {
      await enqueueJob(
        tx,
        "sendInvitationMail",
        { organizationId, invitationId, kind },
        { runAt: decision.waitUntil, jobKey: `invitation-mail:${invitationId}:${kind}` },
      );
    } else {
      await cancelMail(
        tx,
        scope,
        { invitationId, kind, encounterId: invitation.encounterId },
        decision.refusal,
      );
    }
    return null;
  }
  if (!email || !invitation.customer || !invitation.tokenSeed)
    throw new Error("a mail without address or token is due");

  const { definition } = await getAskedSurvey(tx, scope, invitation.surveyVersionId);
  return {
    invitationId,
    encounterId: invitation.encounterId,
    kind,
    attempts: row.attempts,
    customer: { id: invitation.customer.id, email },
    addressHash: hashAddress(email),
    quarantineDays:
      kind === "invitation" ? (invitation.survey.quarantineDays ?? row.organization.quarantineDays) : 0,
    reminder: planReminder(kind, invitation, now),
    message: buildInvitationMail({
      kind,
      invitationId,
      token: invitationToken(invitationId, invitation.tokenSeed),
      language: invitation.language,
      isAnonymous: invitation.isAnonymous,
      expiresAt: invitation.expiresAt,
      occurredAt: invitation.encounter.occurredAt,
      touchpoint: invitation.encounter.touchpoint,
      employeeName: invitation.encounter.employee.name,
      customer: { name: invitation.customer.name, email },
      organization: row.organization,
      definition,
      appUrl: new URL(getEnv().APP_URL).origin,
      now,
    }),
  };
}

async function readMail(tx: Transaction, scope: Scope, invitationId: string, kind: MailKind) {
  const { organizationId } = scope;
  const mail = await tx.invitationMail.findUnique({
    where: { organizationId_invitationId_kind: { organizationId, invitationId, kind } },
    select: {
      state: true,
      attempts: true,
      invitation: {
        select: {
          status: true,
          encounterId: true,
          customerId: true,
          surveyVersionId: true,
          language: true,
          isAnonymous: true,
          tokenSeed: true,
          sendAt: true,
          sentAt: true,
          expiresAt: true,
          customer: {
            select: { id: true, name: true, email: true, consent: true, erasedAt: true, archivedAt: true },
          },
          survey: {
            select: { status: true, reminderCount: true, reminderAfterDays: true, quarantineDays: true },
          },
          encounter: {
            select: {
              occurredAt: true,
              touchpoint: { select: { name: true, publicNames: true } },
              employee: { select: { name: true } },
            },
          },
        },
      },
    },
  });
  if (!mail) return null;
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: {
      name: true,
      language: true,
      timeZone: true,
      senderName: true,
      replyTo: true,
      accentColor: true,
      quarantineDays: true,
    },
  });
  return { ...mail, organization };
}

/** What was sent to this customer or to the same address about other encounters. */
async function listOtherSent(
  tx: Transaction,
  scope: Scope,
  invitationId: string,
  customer: { id: string; email: string | null } | null,
) {
  if (!customer) return [];
  const customerIds = await listCustomersOfAddress(tx, scope, customer);
  return tx.invitation.findMany({
    where: {
      organizationId: scope.organizationId,
      customerId: { in: customerIds },
      id: { not: invitationId },
      status: { in: ["sent", "answered"] },
      sentAt: { not: null },
    },
    select: { sendAt: true, sentAt: true },
    orderBy: { sentAt: "desc" },
    take: 100,
  });
}

function planReminder(
  kind: MailKind,
  invitation: {
    sentAt: Date | null;
    expiresAt: Date;
    survey: { reminderCount: number; reminderAfterDays: number };
  },
  now: Date,
): DueMail["reminder"] {
  const next = nextReminder(kind);
  if (!next || invitation.survey.reminderCount < next.number) return null;
  const dueAt = reminderTime(invitation.sentAt ?? now, invitation.survey.reminderAfterDays, next.number);
  return dueAt < invitation.expiresAt ? { kind: next.kind, dueAt } : null;
}

async function cancelMail(
  tx: Transaction,
  scope: Scope,
  mail: { invitationId: string; kind: MailKind; encounterId: string },
  refusal: Refusal | null,
): Promise<void> {
  const { organizationId } = scope;
  const { invitationId, kind } = mail;
  const state = refusal?.reason === "channel_failed" ? "failed" : "cancelled";
  await lockInvitation(tx, scope, mail);
  const cancelled = await tx.invitationMail.updateMany({
    where: { organizationId, invitationId, kind, state: "queued" },
    data: { state },
  });
  if (cancelled.count === 0 || !refusal) return;
  const stopped = await tx.invitation.updateMany({
    where: { organizationId, id: invitationId, status: "scheduled" },
    data: { status: "not_sent" },
  });
  if (stopped.count === 0) return;
  await tx.encounter.update({
    where: key(scope, mail.encounterId),
    data: { noInvitationReason: refusal.reason, quarantinedUntil: refusal.quarantinedUntil },
    select: { id: true },
  });
}
