import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import { DISTRIBUTION_MARGIN } from "@/metrics/disclosure";
import type { CyclePromise, RatedSubject } from "../schema";

/** Somebody who comes to read the report: a text of `rater.page.audience.readers`. */
export type Reader =
  | "subject"
  | "subjectAfterDay"
  | "subjectAfterDays"
  | "subjectSelf"
  | "subjectAfterDaySelf"
  | "subjectAfterDaysSelf"
  | "manager"
  | "managerForNow"
  | "futureManager"
  | "owners";

/** What becomes of a rater's answers, and whoever reads it. */
export type Audience = {
  /** Texts of `rater.page.audience`, in the order they are read. */
  statements: (
    | "ofSelf"
    | "ofManager"
    | "anonymous"
    | "figures"
    | "unanimous"
    | "comments"
    | "released"
    | "releasedByName"
    | "asked"
    | "cohorts"
  )[];
  /** Nobody: an empty list. */
  readers: Reader[];
  k: number;
  commentK: number;
  /** From how many on a distribution is shown. */
  distributionFrom: number;
};

/**
 * Who will see what of the answers somebody gives in a group about a subject. It says in words what the release does
 * (evaluation-reports/rules) and who reads it (evaluation-reports/visible-reports-sql.ts); whatever changes there changes
 * here.
 */
export function describeAudience(promise: CyclePromise, subject: RatedSubject, group: RaterGroup): Audience {
  const isNamed = group === "self" || group === "manager";
  const readers: Reader[] = [];
  if (subject.kind === "employee") {
    const days = promise.subjectSeesAfterDays;
    const reader = days === 0 ? "subject" : days === 1 ? "subjectAfterDay" : "subjectAfterDays";
    readers.push(group === "self" ? `${reader}Self` : reader);
  }
  // Once others were asked nobody can be named any more; the subject and its manager are asked before.
  if (promise.managersSee && subject.managerName !== null)
    readers.push(isNamed ? "managerForNow" : "manager");
  if (promise.managersSee && subject.managerName === null && group === "self") readers.push("futureManager");
  if (promise.ownersSee) readers.push("owners");
  return {
    statements: isNamed
      ? [group === "self" ? "ofSelf" : "ofManager", "releasedByName", "cohorts"]
      : ["anonymous", "figures", "unanimous", "comments", "released", "asked", "cohorts"],
    readers,
    k: promise.anonymityK,
    commentK: promise.commentK,
    distributionFrom: promise.anonymityK + DISTRIBUTION_MARGIN,
  };
}
