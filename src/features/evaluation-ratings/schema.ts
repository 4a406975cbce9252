import type { EvaluationSubjectKind, RaterGroup } from "@/features/evaluation-cycles/schema";
import type { EvaluationFrameworkDefinition } from "@/features/evaluation-frameworks/schema";
import type { LocalizedText } from "@/server/input";

/** Longest reason for declining that is kept. */
export const REASON_LIMIT = 500;

/** Names of the forms' fields; one place, because server, form and tests must agree. */
export const FIELDS = {
  token: "token",
  language: "lang",
  rating: "rating",
  /** The step that was filled in, as in the address. */
  step: "step",
  /** Where the pressed button leads. */
  go: "go",
  reason: "reason",
  /** Followed by the item's key: a point of the scale, or CANNOT_SAY. */
  item: "a.",
  /** Followed by the open question's key. */
  question: "t.",
} as const;

/** "Cannot say" in a form. */
export const CANNOT_SAY = "x";

/** An answer to an item: a point of the scale, or null for "cannot say". */
export type Point = number | null;

/** What a rater has answered about one subject so far; an item without an answer has no key. */
export type RatingAnswers = { points: Record<string, Point>; texts: Record<string, string> };

/** Who is evaluated, as a rater is told. */
export type RatedSubject = {
  kind: EvaluationSubjectKind;
  name: string;
  /** The named manager; null where there is none. */
  managerName: string | null;
};

export type RaterTask = {
  id: string;
  group: RaterGroup;
  subject: RatedSubject;
  /** "begun": something is answered and nothing was sent. */
  state: "open" | "begun" | "sent" | "declined";
};

/** What raters are promised: of the cycle, and the same for all of its raters. */
export type CyclePromise = {
  anonymityK: number;
  commentK: number;
  managersSee: boolean;
  ownersSee: boolean;
  subjectSeesAfterDays: number;
};

/** Everything the pages of one rater's link show, but for the answers; nothing of anybody else. */
export type RaterPage = {
  organization: {
    name: string;
    language: string;
    accentColor: string;
    hasLogo: boolean;
  };
  /** Languages the framework is written in throughout; at least one. */
  languages: string[];
  /** The rater's. */
  language: string;
  raterName: string;
  /** "open" also where there is nothing (more) to do. */
  state: "not-yet" | "open" | "closed" | "cancelled";
  cycle: CyclePromise & { name: string; purpose: LocalizedText; opensOn: Date; closesOn: Date };
  definition: EvaluationFrameworkDefinition;
  /** Whom the rater is asked about; nobody unless the state is "open". */
  tasks: RaterTask[];
};
