import { Temporal } from "temporal-polyfill";
import type { InvitationStatus, NoInvitationReason } from "@/generated/prisma/enums";
import type { MetricKey } from "@/metrics/score-distribution";

/** Clocks of browsers and tills run ahead of ours by this much at most. */
export const CLOCK_SKEW_MINUTES = 5;

/** An encounter older than this many days is counted, but nobody is asked about it any more. */
export const INVITATION_AGE_LIMIT_DAYS = 30;

/**
 * How long an employee can take back what they recorded. Longer, and an encounter that went badly could be made to vanish
 * while its survey waits to be sent; a slip of the pen is seen at once. Managers can until the survey leaves.
 */
export const EMPLOYEE_DELETION_MINUTES = 15;

/** Dates before this are slips of the pen (year 0226), not encounters. */
export const EARLIEST_ENCOUNTER = new Date("2000-01-01T00:00:00Z");

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * What a wall-clock time means in a time zone. In spring an hour is skipped: a time in it is "missing". In autumn an hour
 * comes twice: a time in it is "ambiguous", and `instant` is its first occurrence.
 */
export type LocalTime = { status: "exact" | "ambiguous"; instant: Date } | { status: "missing" };

/**
 * Places a wall-clock time ("2026-11-21T14:05") in a time zone.
 * @throws RangeError for text that is no date and time, or an unknown time zone
 */
export function resolveLocalTime(local: string | Temporal.PlainDateTime, timeZone: string): LocalTime {
  const plain = Temporal.PlainDateTime.from(local);
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  if (!earlier.toPlainDateTime().equals(plain)) return { status: "missing" };
  const later = plain.toZonedDateTime(timeZone, { disambiguation: "later" });
  const instant = new Date(earlier.epochMilliseconds);
  return { status: later.epochMilliseconds === earlier.epochMilliseconds ? "exact" : "ambiguous", instant };
}

/** How a moment is told by hand: now, a time of today or yesterday, or a full date and time. */
export type When =
  | { when: "now" }
  | { when: "today" | "yesterday"; time: string }
  | { when: "exact"; dateTime: string };

/** The moment meant, in the organization's time zone. @throws RangeError as `resolveLocalTime` */
export function resolveWhen(choice: When, now: Date, timeZone: string): LocalTime {
  if (choice.when === "now") return { status: "exact", instant: now };
  if (choice.when === "exact") return resolveLocalTime(choice.dateTime, timeZone);
  const today = dayOf(now, timeZone);
  const day = choice.when === "today" ? today : today.subtract({ days: 1 });
  return resolveLocalTime(day.toPlainDateTime(Temporal.PlainTime.from(choice.time)), timeZone);
}

/** The calendar day of an instant in a time zone. */
export function dayOf(instant: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** Whether an encounter can have happened then: not in the future (but for clock skew), not before the year 2000. */
export function judgeOccurredAt(occurredAt: Date, now: Date): "ok" | "future" | "too_early" {
  if (occurredAt.getTime() > now.getTime() + CLOCK_SKEW_MINUTES * MINUTE) return "future";
  return occurredAt < EARLIEST_ENCOUNTER ? "too_early" : "ok";
}

/** Whether an encounter is so old that no invitation follows. */
export function isTooOldForInvitation(occurredAt: Date, now: Date): boolean {
  return now.getTime() - occurredAt.getTime() > INVITATION_AGE_LIMIT_DAYS * DAY;
}

/** Whether an employee's time to take a record back is over. The last moment still counts. */
export function isTooLateForEmployeeToDelete(recordedAt: Date, now: Date): boolean {
  return now.getTime() - recordedAt.getTime() > EMPLOYEE_DELETION_MINUTES * MINUTE;
}

/** What has become of asking the customer. */
export type EncounterState =
  | { kind: "deciding" }
  | { kind: "not_invited"; reason: NoInvitationReason; until: Date | null }
  | { kind: "scheduled"; at: Date }
  | { kind: "sent"; at: Date | null }
  | { kind: "reminded"; at: Date | null }
  | { kind: "expired" }
  | { kind: "answered"; metric: MetricKey | null; score: number | null }
  | { kind: "asked_anonymously" };

/** The stored facts a state is read from. `reminderSent`: at least one reminder was accepted by the mail server. */
export type StateFacts = {
  noInvitationReason: NoInvitationReason | null;
  quarantinedUntil: Date | null;
  invitation: {
    status: InvitationStatus;
    isAnonymous: boolean;
    sendAt: Date;
    sentAt: Date | null;
    expiresAt: Date;
    reminderSent: boolean;
  } | null;
  answer: { metric: MetricKey; score: number } | null;
};

/**
 * The state of an encounter at `now`. Once an anonymous survey has left, it stays "asked anonymously": whether this
 * customer answered, and even whether a reminder was needed, would bring answers and people together again.
 */
export function readEncounterState(facts: StateFacts, now: Date): EncounterState {
  const { invitation } = facts;
  if (invitation?.isAnonymous && (invitation.status === "sent" || invitation.status === "answered")) {
    return { kind: "asked_anonymously" };
  }
  if (invitation?.status === "answered") {
    return { kind: "answered", metric: facts.answer?.metric ?? null, score: facts.answer?.score ?? null };
  }
  if (facts.noInvitationReason) {
    return { kind: "not_invited", reason: facts.noInvitationReason, until: facts.quarantinedUntil };
  }
  if (!invitation) return { kind: "deciding" };
  if (invitation.status === "not_sent") return { kind: "not_invited", reason: "channel_failed", until: null };
  if (invitation.status === "scheduled") return { kind: "scheduled", at: invitation.sendAt };
  if (invitation.expiresAt <= now) return { kind: "expired" };
  return { kind: invitation.reminderSent ? "reminded" : "sent", at: invitation.sentAt };
}

/** The wall clock of a time zone at an instant, to the minute: "2026-11-21T14:05". */
export function wallClock(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}
