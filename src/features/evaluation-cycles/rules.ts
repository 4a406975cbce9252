import { isoDay } from "@/features/audit-programmes/windows";
import type {
  CycleGroup,
  CycleInput,
  EvaluationCycleStatus,
  EvaluationSubjectKind,
  RaterGroup,
  RatingStatus,
} from "./schema";

/** What of a cycle decides whether it takes answers. `closesOn` as the column holds it: midnight UTC of that day. */
export type CycleState = { status: EvaluationCycleStatus; closesOn: Date };

/**
 * Whether a cycle takes answers on a day of the organization's time zone ("2026-11-22"): it was opened, is neither closed
 * nor cancelled, and its last day, which still counts, has not passed (the job that closes it may be late).
 */
export function isCollecting(cycle: CycleState, today: string): boolean {
  return cycle.status === "collecting" && isoDay(cycle.closesOn) >= today;
}

/**
 * Whether a rater may (still) answer about a subject: the cycle collects, the rater was approved, has neither sent nor
 * declined and was not taken off the list, and the subject is still in the cycle.
 */
export function isRatingOpen(
  of: {
    cycle: CycleState;
    subject: { removedAt: Date | null };
    rating: { status: RatingStatus; withdrawnAt: Date | null };
  },
  today: string,
): boolean {
  return (
    isCollecting(of.cycle, today) &&
    of.subject.removedAt === null &&
    of.rating.status === "approved" &&
    of.rating.withdrawnAt === null
  );
}

const GROUPS_OF_KIND: Record<EvaluationSubjectKind, readonly RaterGroup[]> = {
  employee: ["self", "manager", "peer", "report", "customer"],
  team: ["manager", "member", "peer", "customer"],
  location: ["manager", "member", "peer", "customer"],
};

/** The groups that can rate a subject of a kind: only an employee has a self and reports, only a unit has its own people. */
export function groupsOfKind(kind: EvaluationSubjectKind): readonly RaterGroup[] {
  return GROUPS_OF_KIND[kind];
}

/** The groups that fill themselves when a cycle opens: oneself and the named manager, one person each. */
export function isFilledByItself(group: RaterGroup): boolean {
  return group === "self" || group === "manager";
}

/** How many answers an anonymous group needs to be told "enough": the cycle's k or the group's minimum, whichever is more. */
export function enoughAnswers(group: CycleGroup, anonymityK: number): number {
  return Math.max(anonymityK, group.minimum);
}

/** What may be done with a cycle from where it stands. */
export type CycleChange = "openNomination" | "open" | "close" | "extend" | "cancel";

const CHANGES: Record<EvaluationCycleStatus, readonly CycleChange[]> = {
  draft: ["openNomination", "open", "cancel"],
  nomination: ["open", "cancel"],
  collecting: ["close", "extend", "cancel"],
  closed: ["extend"],
  cancelled: [],
};

/**
 * The changes a cycle can go through next; a cancelled one none. Once it was closed, or reports of it were released, it
 * cannot be cancelled any more.
 */
export function changesOf(cycle: {
  status: EvaluationCycleStatus;
  releasedAt: Date | null;
}): readonly CycleChange[] {
  return CHANGES[cycle.status].filter((change) => change !== "cancel" || cycle.releasedAt === null);
}

/** Whether subjects and raters can be added. */
export function takesPeople(status: EvaluationCycleStatus): boolean {
  return status === "draft" || status === "nomination" || status === "collecting";
}

/** What is wrong with settings by themselves: by form field, a key of the messages "errors". Empty: nothing. */
export function judgeCycle(
  input: Pick<CycleInput, "opensOn" | "closesOn" | "nominateUntil" | "groups">,
): Record<string, string> {
  const faults: Record<string, string> = {};
  if (input.closesOn < input.opensOn) faults.closesOn = "cycleEndsBeforeStart";
  if (input.nominateUntil !== null && input.nominateUntil > input.closesOn) {
    faults.nominateUntil = "nominationAfterEnd";
  }
  for (const { raterGroup, minimum, maximum } of input.groups) {
    if (minimum > maximum) faults[`${raterGroup}.minimum`] = "minimumAboveMaximum";
  }
  if (!input.groups.some(({ raterGroup }) => raterGroup !== "self")) faults.groups = "cycleNeedsOthers";
  if (new Set(input.groups.map(({ raterGroup }) => raterGroup)).size < input.groups.length) {
    faults.groups = "invalidValue";
  }
  return faults;
}

/** A cycle's settings as they stand, with what was promised when. */
export type StandingCycle = Omit<CycleInput, "name" | "purpose" | "gapThreshold" | "reminderDays"> & {
  status: EvaluationCycleStatus;
  isInvited: boolean;
  /** Groups somebody was proposed or asked in. */
  usedGroups: readonly RaterGroup[];
};

/**
 * What of a change of settings is not allowed any more: by form field, a key of the messages "errors". The framework stays
 * once the cycle has begun, its days once it has opened (a later end is set by extending), a group as long as it has
 * raters. Once a rater was invited, the threshold of comments is never lowered, nobody is added to those who see reports, and
 * the subject does not see its report sooner than was said; k and the minimums stay, or trying them out one by one would
 * tell how many have answered ("enough" or not).
 */
export function judgeCycleChange(standing: StandingCycle, wanted: CycleInput): Record<string, string> {
  const faults: Record<string, string> = {};
  const { status } = standing;
  if (status !== "draft" && wanted.frameworkId !== standing.frameworkId)
    faults.frameworkId = "frameworkStays";
  if (status === "collecting" || status === "closed") {
    if (wanted.opensOn !== standing.opensOn) faults.opensOn = "daysStay";
    if (wanted.closesOn !== standing.closesOn) faults.closesOn = "daysStay";
  }
  const kept = new Set(wanted.groups.map(({ raterGroup }) => raterGroup));
  for (const group of standing.usedGroups) if (!kept.has(group)) faults[`${group}.used`] = "groupHasRaters";
  if (!standing.isInvited) return faults;
  for (const { raterGroup, minimum } of standing.groups) {
    const group = wanted.groups.find((one) => one.raterGroup === raterGroup);
    if (group && group.minimum !== minimum) faults[`${raterGroup}.minimum`] = "minimumStays";
  }
  if (wanted.anonymityK < standing.anonymityK) faults.anonymityK = "thresholdPromised";
  if (wanted.anonymityK > standing.anonymityK) faults.anonymityK = "thresholdStays";
  if (wanted.commentK < standing.commentK) faults.commentK = "thresholdPromised";
  if (wanted.managersSee && !standing.managersSee) faults.managersSee = "readersPromised";
  if (wanted.ownersSee && !standing.ownersSee) faults.ownersSee = "readersPromised";
  if (wanted.subjectSeesAfterDays < standing.subjectSeesAfterDays) {
    faults.subjectSeesAfterDays = "readersPromised";
  }
  return faults;
}

/**
 * Whether a subject's named manager may be exchanged for `wanted` (null: nobody). Raters were told who reads: once
 * somebody besides the subject and its manager was asked about the subject, and managers see reports, nobody else comes to
 * see it, not even in place of a manager who has left.
 */
export function mayExchangeManager(
  subject: { managerMemberId: string | null; hasAskedOthers: boolean },
  wanted: string | null,
  managersSee: boolean,
): boolean {
  if (wanted === null || wanted === subject.managerMemberId) return true;
  return !managersSee || !subject.hasAskedOthers;
}
