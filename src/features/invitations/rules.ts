import { dayOf, INVITATION_AGE_LIMIT_DAYS } from "@/features/encounters/rules";
import type {
  Consent,
  InvitationStatus,
  MailKind,
  NoInvitationReason,
  SuppressionReason,
  SurveyStatus,
} from "@/generated/prisma/enums";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A survey as far as the decision needs it. */
export type SurveyCandidate = {
  id: string;
  status: SurveyStatus;
  versionId: string | null;
  encounterTypeIds: readonly string[];
  /** Empty = every touchpoint. */
  touchpointIds: readonly string[];
  /** Languages the main question is written in. */
  languages: readonly string[];
  delayMinutes: number;
  expiryDays: number;
  /** Null = the organization's. */
  quarantineDays: number | null;
  isAnonymous: boolean;
  createdAt: Date;
};

/** The person met, as far as the decision needs it. */
export type InvitedCustomer = {
  email: string | null;
  consent: Consent;
  erasedAt: Date | null;
  archivedAt: Date | null;
};

/** Another invitation of the same customer. */
export type OtherInvitation = {
  status: InvitationStatus;
  sendAt: Date;
  sentAt: Date | null;
  expiresAt: Date;
  /** Of the encounter it asks about. */
  touchpointId: string;
  occurredAt: Date;
};

/** Why an encounter gets no invitation. `quarantinedUntil` is set for the reason "quarantined" only. */
export type Refusal = { reason: NoInvitationReason; quarantinedUntil: Date | null };

export type InvitationDecision =
  | { invite: true; survey: SurveyCandidate & { versionId: string }; sendAt: Date; expiresAt: Date }
  | ({ invite: false } & Refusal);

/**
 * The survey that asks about an encounter: bound to its type, and to its touchpoint or to none; a binding to the
 * touchpoint wins over none, then a published survey over a paused one, then the newer one. Drafts and archived surveys
 * ask nobody. Null when there is none.
 */
export function chooseSurvey(
  surveys: readonly SurveyCandidate[],
  encounter: { encounterTypeId: string; touchpointId: string },
): SurveyCandidate | null {
  const fitting = surveys.filter(
    (survey) =>
      (survey.status === "published" || survey.status === "paused") &&
      survey.versionId !== null &&
      survey.encounterTypeIds.includes(encounter.encounterTypeId) &&
      (survey.touchpointIds.length === 0 || survey.touchpointIds.includes(encounter.touchpointId)),
  );
  const preference = (survey: SurveyCandidate) =>
    (survey.touchpointIds.length > 0 ? 2 : 0) + (survey.status === "published" ? 1 : 0);
  fitting.sort(
    (a, b) =>
      preference(b) - preference(a) ||
      b.createdAt.getTime() - a.createdAt.getTime() ||
      (a.id < b.id ? 1 : -1),
  );
  return fitting[0] ?? null;
}

/**
 * Whether, when and with which survey the customer of an encounter is asked; else the first reason against it.
 * Pure: `now`, the organization's settings and everything known about the customer come in.
 */
export function decideInvitation(facts: {
  encounter: { occurredAt: Date; encounterTypeId: string; touchpointId: string };
  customer: InvitedCustomer | null;
  /** Of the customer's address. */
  suppression: SuppressionReason | null;
  surveys: readonly SurveyCandidate[];
  otherInvitations: readonly OtherInvitation[];
  organization: { quarantineDays: number; timeZone: string };
  now: Date;
}): InvitationDecision {
  const { encounter, now, organization } = facts;
  const person = judgePerson(facts.customer, facts.suppression);
  if (person) return refuse(person);

  const survey = chooseSurvey(facts.surveys, encounter);
  if (!survey || survey.versionId === null) return refuse("no_survey");
  if (survey.status === "paused") return refuse("survey_paused");

  const ageLimit = Math.min(INVITATION_AGE_LIMIT_DAYS, survey.expiryDays) * DAY;
  if (now.getTime() - encounter.occurredAt.getTime() > ageLimit) return refuse("too_old");

  const planned = encounter.occurredAt.getTime() + survey.delayMinutes * MINUTE;
  const sendAt = new Date(Math.max(planned, now.getTime()));
  const others = facts.otherInvitations.filter((invitation) => invitation.status !== "not_sent");
  const isSameVisit = (other: OtherInvitation) =>
    other.touchpointId === encounter.touchpointId &&
    dayOf(other.occurredAt, organization.timeZone).equals(dayOf(encounter.occurredAt, organization.timeZone));
  if (others.some(isSameVisit)) return refuse("duplicate");

  const quarantinedUntil = quarantineEnd(
    others,
    sendAt,
    survey.quarantineDays ?? organization.quarantineDays,
  );
  if (quarantinedUntil) return refuse("quarantined", quarantinedUntil);

  const isOpen = (other: OtherInvitation) =>
    (other.status === "scheduled" || other.status === "sent") && other.expiresAt > now;
  if (others.some(isOpen)) return refuse("duplicate");

  return {
    invite: true,
    survey: { ...survey, versionId: survey.versionId },
    sendAt,
    expiresAt: new Date(sendAt.getTime() + survey.expiryDays * DAY),
  };
}

/**
 * Until when a customer is left in peace, seen from a planned mail: the latest end of a quarantine that the mail would
 * fall into, or null when it falls into none. A quarantine also reaches back from an invitation that is still to be sent.
 * 0 days = no quarantine.
 */
export function quarantineEnd(
  others: readonly Pick<OtherInvitation, "sendAt" | "sentAt">[],
  sendAt: Date,
  quarantineDays: number,
): Date | null {
  const length = quarantineDays * DAY;
  const ends = others
    .map((other) => (other.sentAt ?? other.sendAt).getTime())
    .filter((mailedAt) => Math.abs(sendAt.getTime() - mailedAt) < length)
    .map((mailedAt) => mailedAt + length);
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

/** Why this person may not be mailed, or null. */
function judgePerson(
  customer: InvitedCustomer | null,
  suppression: SuppressionReason | null,
): NoInvitationReason | null {
  if (!customer) return "no_contact";
  if (customer.erasedAt) return "erased";
  if (customer.consent === "refused") return "no_consent";
  if (!customer.email) return "no_contact";
  if (suppression) return suppression;
  return customer.archivedAt ? "suppressed" : null;
}

/** What to do with a mail whose time has come. */
export type SendingDecision =
  | { send: true }
  /** Too early, for a reminder whose invitation left later than planned. */
  | { send: false; waitUntil: Date }
  /** This mail will never leave. `refusal` is why the encounter counts as not invited; null for reminders and answers. */
  | { send: false; waitUntil: null; refusal: Refusal | null };

/**
 * Looks again at the moment of sending: what was decided may have been days ago. A reminder needs a sent, unanswered
 * invitation; whoever may not be mailed any more, or may no longer answer, gets none.
 */
export function decideSending(facts: {
  kind: MailKind;
  invitation: { status: InvitationStatus; sendAt: Date; sentAt: Date | null; expiresAt: Date };
  survey: {
    status: SurveyStatus;
    reminderCount: number;
    reminderAfterDays: number;
    quarantineDays: number | null;
  };
  customer: InvitedCustomer | null;
  suppression: SuppressionReason | null;
  /** Sent invitations of the same customer about other encounters. */
  otherSent: readonly { sendAt: Date; sentAt: Date | null }[];
  organization: { quarantineDays: number };
  now: Date;
}): SendingDecision {
  const { kind, invitation, survey, now } = facts;
  const never = (
    reason: NoInvitationReason | null,
    quarantinedUntil: Date | null = null,
  ): SendingDecision => ({
    send: false,
    waitUntil: null,
    refusal: reason && kind === "invitation" ? { reason, quarantinedUntil } : null,
  });
  const isDue = kind === "invitation" ? invitation.status === "scheduled" : invitation.status === "sent";
  if (!isDue) return never(null);
  const person = judgePerson(facts.customer, facts.suppression);
  if (person) return never(person);
  if (survey.status !== "published") return never("survey_paused");
  if (invitation.expiresAt <= now) return never("channel_failed");

  if (kind === "invitation") {
    if (invitation.sendAt > now) return { send: false, waitUntil: invitation.sendAt };
    const days = survey.quarantineDays ?? facts.organization.quarantineDays;
    const until = quarantineEnd(facts.otherSent, now, days);
    return until ? never("quarantined", until) : { send: true };
  }
  const number = kind === "first_reminder" ? 1 : 2;
  if (survey.reminderCount < number || !invitation.sentAt) return never(null);
  const dueAt = reminderTime(invitation.sentAt, survey.reminderAfterDays, number);
  return dueAt > now ? { send: false, waitUntil: dueAt } : { send: true };
}

/** When a reminder is due: the same number of days after the invitation, and again after the first reminder. */
export function reminderTime(sentAt: Date, reminderAfterDays: number, number: 1 | 2): Date {
  return new Date(sentAt.getTime() + number * reminderAfterDays * DAY);
}

/** The mail that may follow one, or null. */
export function nextReminder(kind: MailKind): { kind: MailKind; number: 1 | 2 } | null {
  if (kind === "invitation") return { kind: "first_reminder", number: 1 };
  return kind === "first_reminder" ? { kind: "second_reminder", number: 2 } : null;
}

/** The customer's language if the survey is written in it and the organization uses it, else the organization's. */
export function chooseInvitationLanguage(
  customerLanguage: string,
  organization: { language: string; languages: readonly string[] },
  surveyLanguages: readonly string[],
): string {
  const isOffered =
    organization.languages.includes(customerLanguage) && surveyLanguages.includes(customerLanguage);
  return isOffered ? customerLanguage : organization.language;
}

function refuse(reason: NoInvitationReason, quarantinedUntil: Date | null = null): InvitationDecision {
  return { invite: false, reason, quarantinedUntil };
}
