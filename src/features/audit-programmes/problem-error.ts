import type { AssignmentProblem } from "./rules";

/** Said by the messages "errors"; days go as noon UTC, which is the same day everywhere the messages are read. */
export function problemMessage(problem: AssignmentProblem): {
  key: string;
  values: Record<string, string | number>;
} {
  switch (problem.code) {
    case "conflictOfLocation":
      return { key: "assignmentConflictOfLocation", values: {} };
    case "conflictOfEmployee":
      return { key: "assignmentConflictOfEmployee", values: {} };
    case "tooSoonAtLocation":
      return { key: "assignmentTooSoon", values: { days: problem.days, day: noon(problem.otherDay) } };
    case "tooManyInDay":
      return { key: "assignmentTooManyInDay", values: { most: problem.most, day: noon(problem.day) } };
  }
}

/** A day as a number that messages write as a date. */
export function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}
