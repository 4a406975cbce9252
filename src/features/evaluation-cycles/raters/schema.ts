import { z } from "zod";
import { id } from "@/server/input";
import type { EvaluationCycleStatus, EvaluationSubjectKind, RaterGroup } from "../schema";
import { RATER_GROUPS } from "../schema";
import type { Part, RaterState } from "./rules";

export const decideProposalsInput = z.object({
  subjectId: id,
  ratingIds: z.array(id).min(1).max(200),
  isApproved: z.boolean(),
});

export const ratingIdInput = z.object({ ratingId: id });

export const candidateSearchInput = z.object({
  subjectId: id,
  raterGroup: z.enum(RATER_GROUPS),
  query: z.string().max(100),
});
export type CandidateSearch = z.output<typeof candidateSearchInput>;

/** Somebody on a subject's list; nothing of it depends on whether the person has answered. */
export type ListedRater = {
  ratingId: string;
  name: string;
  /** Title or e-mail address; null for the subject's own eyes where it is somebody else's address. */
  detail: string | null;
  state: RaterState;
  /** Why no mail reaches the person, or null. */
  mailProblem: "suppressed" | "failed" | "gone" | null;
  /** Said when declining; for managers and organizers. */
  declineReason: string | null;
};

export type ListedGroup = {
  group: RaterGroup;
  minimum: number;
  maximum: number;
  /** How many places are taken, proposals included. */
  taken: number;
  /** How many more are needed to reach the minimum, proposals not counted; 0 = enough. */
  missing: number;
  /** Fewer are asked than a group needs to be shown by itself. */
  isBelowThreshold: boolean;
  raters: ListedRater[];
};

/** A subject and its raters, for whoever chooses or approves them. */
export type SubjectRaters = {
  subjectId: string;
  name: string;
  kind: EvaluationSubjectKind;
  part: Part;
  canChoose: boolean;
  managerName: string | null;
  cycle: {
    id: string;
    name: string;
    status: EvaluationCycleStatus;
    /** ISO days. */
    nominateUntil: string | null;
    opensOn: string;
    closesOn: string;
    anonymityK: number;
  };
  /** Who rates as the subject or as its manager; null when the cycle does not have the group. */
  self: "asked" | "declined" | "withoutAddress" | "later" | null;
  manager: "asked" | "declined" | "nobody" | "notAsked" | "later" | null;
  groups: ListedGroup[];
  /** The ids of all proposals, for deciding at once. */
  proposals: string[];
};

/** What a member has to do with evaluations. */
export type MyEvaluations = {
  toRate: { raterId: string; cycleName: string; closesOn: string; open: number; path: string }[];
  toNominate: {
    subjectId: string;
    cycleName: string;
    status: EvaluationCycleStatus;
    until: string | null;
    chosen: number;
  }[];
  managed: {
    subjectId: string;
    name: string;
    kind: EvaluationSubjectKind;
    cycleName: string;
    status: EvaluationCycleStatus;
    closesOn: string;
    proposals: number;
    chosen: number;
    /** How many more raters its groups need. */
    missing: number;
  }[];
};
