import type { NoInvitationReason } from "@/generated/prisma/enums";
import type { FunnelCounts } from "@/metrics/response-funnel";

/** How far one encounter came. */
export const ENCOUNTER_OUTCOMES = [
  /** Answered, and the time to answer is over. */
  "answered",
  /** Answered, while others invited at the same time can still answer. */
  "answered_early",
  "bounced",
  /** Sent, not answered yet, and still open. */
  "waiting",
  /** Sent, and expired without an answer. */
  "unanswered",
  "scheduled",
  "undecided",
  "not_sent",
] as const;
export type EncounterOutcome = (typeof ENCOUNTER_OUTCOMES)[number] | NoInvitationReason;

/** Encounters by outcome; outcomes without an encounter are missing. */
export type OutcomeCounts = ReadonlyMap<EncounterOutcome, number>;

/** Why an encounter got no invitation (or none yet), with how many did not for this reason. */
export type UninvitedReason = { readonly reason: EncounterOutcome; readonly count: number };

const INVITED: readonly EncounterOutcome[] = [
  "answered",
  "answered_early",
  "bounced",
  "waiting",
  "unanswered",
];

/**
 * Encounters that were to be invited but were not, or not yet: nothing about the customer or the encounter stood in the
 * way. All other reasons make an encounter not eligible.
 */
const ELIGIBLE_NOT_INVITED: readonly EncounterOutcome[] = [
  "scheduled",
  "undecided",
  "not_sent",
  "survey_paused",
  "channel_failed",
];

/** The funnel's counts: encounters ≥ eligible ≥ invited ≥ answered; bounced are part of invited. All 0 for no outcomes. */
export function countFunnel(outcomes: OutcomeCounts): FunnelCounts {
  const count = (...some: readonly EncounterOutcome[]) =>
    some.reduce((total, outcome) => total + (outcomes.get(outcome) ?? 0), 0);
  const invited = count(...INVITED);
  return {
    encounters: count(...outcomes.keys()),
    eligible: invited + count(...ELIGIBLE_NOT_INVITED),
    invited,
    bounced: count("bounced"),
    answered: count("answered", "answered_early"),
  };
}

/**
 * Delivered invitations whose time to answer is over, and how many of them were answered: what response rates can be
 * compared by. Those of the last days would always seem to answer less, because they have not answered yet.
 */
export function countClosedInvitations(outcomes: OutcomeCounts): { successes: number; n: number } {
  const answered = outcomes.get("answered") ?? 0;
  return { successes: answered, n: answered + (outcomes.get("unanswered") ?? 0) };
}

/** Why encounters were not invited, the most frequent reason first. */
export function listUninvitedReasons(outcomes: OutcomeCounts): UninvitedReason[] {
  return Array.from(outcomes, ([reason, count]) => ({ reason, count }))
    .filter(({ reason, count }) => count > 0 && !INVITED.includes(reason))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** Whether an encounter with this outcome counts as eligible. */
export function isEligible(outcome: EncounterOutcome): boolean {
  return INVITED.includes(outcome) || ELIGIBLE_NOT_INVITED.includes(outcome);
}
