import { groupsOfKind, isFilledByItself } from "../rules";
import type {
  CycleGroup,
  EvaluationCycleStatus,
  EvaluationSubjectKind,
  RaterGroup,
  RatingStatus,
} from "../schema";

/** As whom a member deals with the raters of a subject; the first that holds. */
export type Part = "organizer" | "manager" | "subject";

/** What of a member decides it. */
export type Viewer = {
  memberId: string | null;
  employeeId: string | null;
  /** May lead anybody: an owner or manager. */
  isLeader: boolean;
  /** Manages the organization's cycles. */
  isOrganizer: boolean;
};

/** What of a subject decides it. */
export type NominationSubject = {
  kind: EvaluationSubjectKind;
  employeeId: string | null;
  managerMemberId: string | null;
  cycle: { status: EvaluationCycleStatus; nominatedBy: "subject" | "manager" };
};

/**
 * As whom a member deals with a subject's raters: whoever manages cycles; the subject's named manager, from nomination on;
 * the subject itself, from nomination on and where the cycle lets subjects choose. Null: the member knows nothing of it.
 */
export function partOf(viewer: Viewer, subject: NominationSubject): Part | null {
  if (viewer.isOrganizer) return "organizer";
  if (subject.cycle.status === "draft") return null;
  const isManager = viewer.memberId !== null && viewer.memberId === subject.managerMemberId;
  if (isManager && viewer.isLeader) return "manager";
  const isSubject = viewer.employeeId !== null && viewer.employeeId === subject.employeeId;
  if (isSubject && subject.kind === "employee" && subject.cycle.nominatedBy === "subject") return "subject";
  return null;
}

/** The groups of a cycle that people are chosen for by hand, for a subject of a kind, in the order they are shown. */
export function chosenGroups(groups: readonly CycleGroup[], kind: EvaluationSubjectKind): CycleGroup[] {
  const possible = groupsOfKind(kind);
  const chosen = possible.filter((group) => !isFilledByItself(group));
  return chosen.flatMap((group) => groups.find(({ raterGroup }) => raterGroup === group) ?? []);
}

/**
 * What a list of raters says of one of them. "asked" stands for approved and sent alike: who has answered is never told.
 */
export type RaterState = "proposed" | "refused" | "asked" | "declined" | "takenOff";

/** See RaterState. Somebody taken off is that, whatever came before, unless the person had declined. */
export function raterState(rating: { status: RatingStatus; withdrawnAt: Date | null }): RaterState {
  if (rating.status === "declined") return "declined";
  if (rating.withdrawnAt !== null) return "takenOff";
  return rating.status === "approved" || rating.status === "submitted" ? "asked" : rating.status;
}

/** Whether a rater takes one of the group's places. */
export function takesPlace(state: RaterState): boolean {
  return state === "proposed" || state === "asked";
}

/** Somebody who is to rate, as far as it decides whether the person can. */
export type Candidate = {
  kind: "employee" | "customer" | "external";
  /** Archived, or erased. */
  isGone: boolean;
  email: string | null;
  isSuppressed: boolean;
  /** A customer's or stranger's address that is an employee's or a member's. */
  isAddressOfColleague: boolean;
  /** The subject itself. */
  isSubject: boolean;
  /** The subject's named manager, who rates as that. */
  isNamedManager: boolean;
  /** Works in the team or at the location that is the subject. */
  isOwnPerson: boolean;
  /** The rating there is already of this subject, or null. */
  standing: { state: RaterState; group: RaterGroup } | null;
};

/** Why somebody cannot be nominated; keys of the messages "errors". */
export type NominationProblem =
  | "raterGroupUnused"
  | "raterGone"
  | "raterIsSubject"
  | "raterIsManager"
  | "raterNotEmployee"
  | "raterNotCustomer"
  | "raterNotOwnPerson"
  | "raterIsOwnPerson"
  | "raterWithoutAddress"
  | "raterAddressSuppressed"
  | "raterAddressOfColleague"
  | "raterAlready"
  | "raterDeclined"
  | "raterRefused"
  | "raterOfOtherGroup"
  | "raterGroupFull";

/**
 * Why somebody cannot rate a subject in a group, or null. Colleagues are employees and customers are not: otherwise one
 * person could answer twice under two addresses. Nobody rates the same subject twice: who is on the list stays where he
 * or she is, who declined is not asked again, and who was taken off comes back into the same group only (the database
 * would let nobody change groups who has answered, and that must not be told).
 */
export function judgeNomination(
  candidate: Candidate,
  to: {
    group: RaterGroup;
    /** As whom the person is nominated: what a manager decided against, the subject does not bring back. */
    part: Part;
    subjectKind: EvaluationSubjectKind;
    groups: readonly CycleGroup[];
    /** How many places of the group are taken. */
    taken: number;
  },
): NominationProblem | null {
  const group = chosenGroups(to.groups, to.subjectKind).find(({ raterGroup }) => raterGroup === to.group);
  if (!group) return "raterGroupUnused";
  if (candidate.isGone) return "raterGone";
  if (candidate.isSubject) return "raterIsSubject";
  if (candidate.isNamedManager) return "raterIsManager";
  if (to.group === "customer" && candidate.kind === "employee") return "raterNotCustomer";
  if (to.group !== "customer" && candidate.kind !== "employee") return "raterNotEmployee";
  if (to.group === "member" && !candidate.isOwnPerson) return "raterNotOwnPerson";
  if (to.group !== "member" && candidate.isOwnPerson) return "raterIsOwnPerson";
  if (candidate.isAddressOfColleague) return "raterAddressOfColleague";
  const { standing } = candidate;
  if (standing?.state === "declined") return "raterDeclined";
  if (standing && takesPlace(standing.state)) return "raterAlready";
  if (standing && to.part === "subject") return "raterRefused";
  if (standing?.state === "takenOff" && standing.group !== to.group) return "raterOfOtherGroup";
  if (!candidate.email) return "raterWithoutAddress";
  if (candidate.isSuppressed) return "raterAddressSuppressed";
  if (to.taken >= group.maximum) return "raterGroupFull";
  return null;
}

/** Whether raters can be chosen now: an organizer from the draft on, others from nomination on. */
export function isOpenForChoosing(status: EvaluationCycleStatus, part: Part): boolean {
  return status === "nomination" || status === "collecting" || (status === "draft" && part === "organizer");
}
