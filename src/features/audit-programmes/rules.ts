import type { QuizQuestion } from "./schema";
import { addDays, daysBetween, hourOf } from "./windows";

/** A visit of a consultant, made or promised: on one of the days from `firstDay` to `lastDay` (one day once it was made). */
export type RotationVisit = {
  locationId: string;
  firstDay: string;
  lastDay: string;
  /** Of its programme: at least so many days between two visits of one consultant at a location; null = no limit. */
  daysBetweenVisits: number | null;
  /** Of its programme: visits of one consultant in a day; null = no limit. */
  mostVisitsPerDay: number | null;
};

/** What a consultant has declared: a location, or an employee with the place of work. */
export type DeclaredConflict = {
  reason: string;
  employee: string | null;
  locationId: string;
  teamId: string | null;
};

/** Why a consultant may not be given a visit (refused) or may not make it on every day of the window (warned). */
export type AssignmentProblem =
  | { code: "conflictOfLocation"; reason: string }
  | { code: "conflictOfEmployee"; employee: string; reason: string }
  | { code: "tooSoonAtLocation"; days: number; otherDay: string; earliest: string | null }
  | { code: "tooManyInDay"; most: number; day: string };

export type AssignmentVerdict = { refusals: AssignmentProblem[]; warnings: AssignmentProblem[] };

/**
 * Whether a consultant may be given a visit.
 *
 * - A declared conflict of interest refuses, whoever asks: of the location, or of an employee who works there (but not when
 *   the visit is to a team that this employee is not in).
 * - Two visits of one consultant at a location are at least n days apart, n being the greater of their two programmes'.
 *   When no day of the window leaves that distance the visit is refused; when only some do it is a warning, with the first
 *   day that does (`earliest`), and `judgeVisitDay` decides on the day.
 * - No more than x visits in a day, x being the least of the programmes' in question. Only others whose day is certain (a
 *   window of one day, or made) are counted: refused when each day of the window is full, warned when some are.
 *
 * `others` are all other visits of the consultant, whichever the programme; empty: nothing refused by them.
 */
export function judgeAssignment(
  visit: RotationVisit & { teamId: string | null },
  others: readonly RotationVisit[],
  conflicts: readonly DeclaredConflict[],
): AssignmentVerdict {
  const refusals = conflicts.flatMap((conflict) => judgeConflict(visit, conflict));
  const warnings: AssignmentProblem[] = [];
  for (const other of others) {
    if (other.locationId !== visit.locationId) continue;
    const days = distanceNeeded(visit, other);
    if (days === null) continue;
    const problem = judgeDistance(visit, other, days);
    if (problem) (problem.earliest === null ? refusals : warnings).push(problem);
  }
  const full = listFullDays(visit, others);
  const [first] = full;
  if (first) {
    const isWhole = full.length > daysBetween(visit.firstDay, visit.lastDay);
    (isWhole ? refusals : warnings).push(first);
  }
  return { refusals, warnings };
}

/**
 * Why a visit cannot be made on a day, or null: `visit` is the one in question with that day as its first and last, `made`
 * are the consultant's visits that were made or begun.
 */
export function judgeVisitDay(
  visit: RotationVisit,
  made: readonly RotationVisit[],
): AssignmentProblem | null {
  for (const other of made) {
    if (other.locationId !== visit.locationId) continue;
    const days = distanceNeeded(visit, other);
    if (days === null || Math.abs(daysBetween(other.firstDay, visit.firstDay)) >= days) continue;
    return {
      code: "tooSoonAtLocation",
      days,
      otherDay: other.firstDay,
      earliest: addDays(other.firstDay, days),
    };
  }
  return listFullDays(visit, made)[0] ?? null;
}

/** The conflicts among `conflicts` that keep a consultant from a visit. */
export function judgeConflict(
  visit: { locationId: string; teamId: string | null },
  conflict: DeclaredConflict,
): AssignmentProblem[] {
  if (conflict.locationId !== visit.locationId) return [];
  if (conflict.employee === null) return [{ code: "conflictOfLocation", reason: conflict.reason }];
  if (visit.teamId !== null && conflict.teamId !== null && visit.teamId !== conflict.teamId) return [];
  return [{ code: "conflictOfEmployee", employee: conflict.employee, reason: conflict.reason }];
}

function distanceNeeded(one: RotationVisit, other: RotationVisit): number | null {
  const needed = Math.max(one.daysBetweenVisits ?? 0, other.daysBetweenVisits ?? 0);
  return needed === 0 ? null : needed;
}

/** Null when every choice of days leaves the distance; `earliest` null when none does. */
function judgeDistance(visit: RotationVisit, other: RotationVisit, days: number) {
  const after = daysBetween(other.lastDay, visit.firstDay);
  const before = daysBetween(visit.lastDay, other.firstDay);
  if (after >= days || before >= days) return null;
  // The latest day after the other's first one, or the earliest day before the other's last one.
  const canBeAfter = daysBetween(other.firstDay, visit.lastDay) >= days;
  const canBeBefore = daysBetween(visit.firstDay, other.lastDay) >= days;
  const [, soonest = visit.firstDay] = [visit.firstDay, addDays(other.firstDay, days)].sort();
  const earliest = canBeBefore ? visit.firstDay : canBeAfter ? soonest : null;
  return { code: "tooSoonAtLocation" as const, days, otherDay: other.firstDay, earliest };
}

/** The days of the window on which the consultant has all the visits allowed. */
function listFullDays(visit: RotationVisit, others: readonly RotationVisit[]) {
  const certain = others.filter(
    ({ firstDay, lastDay }) =>
      firstDay === lastDay && firstDay >= visit.firstDay && firstDay <= visit.lastDay,
  );
  const days = [...new Set(certain.map(({ firstDay }) => firstDay))].sort();
  return days.flatMap((day) => {
    const onDay = certain.filter(({ firstDay }) => firstDay === day);
    const limits = [visit, ...onDay].flatMap(({ mostVisitsPerDay }) => mostVisitsPerDay ?? []);
    const most = Math.min(...limits);
    return onDay.length >= most ? [{ code: "tooManyInDay" as const, most, day }] : [];
  });
}

/** What keeps a quiz from being asked: by question, a key of the messages "programmes.quizFaults". */
export function findQuizFaults(
  questions: readonly QuizQuestion[],
): { question: number; fault: "oneRight" | "sameTwice" }[] {
  const keys = new Set<string>();
  return questions.flatMap((question, index): { question: number; fault: "oneRight" | "sameTwice" }[] => {
    const options = new Set(question.options.map(({ text }) => text.toLowerCase()));
    const isRepeated = keys.has(question.key) || options.size < question.options.length;
    keys.add(question.key);
    if (isRepeated) return [{ question: index, fault: "sameTwice" }];
    const right = question.options.filter(({ isRight }) => isRight).length;
    return right === 1 ? [] : [{ question: index, fault: "oneRight" }];
  });
}

/**
 * The questions that were answered wrongly or not at all, by key; none = passed. `answers` is the chosen option by question.
 * A quiz without questions is passed.
 */
export function listWrongAnswers(
  questions: readonly QuizQuestion[],
  answers: Readonly<Record<string, string>>,
): string[] {
  return questions
    .filter(({ key, options }) => !options.some((option) => option.isRight && option.key === answers[key]))
    .map(({ key }) => key);
}

/** Whether a window lies within a programme's period (days, last ones included). */
export function isWithinPeriod(
  window: { firstDay: string; lastDay: string },
  period: { startsOn: string; endsOn: string },
): boolean {
  return window.firstDay >= period.startsOn && window.lastDay <= period.endsOn;
}

/** Whether people are mailed at this hour of the organization's day: from eight in the morning to eight in the evening. */
export function isMailingHour(now: Date, timeZone: string): boolean {
  const hour = hourOf(now, timeZone);
  return hour >= 8 && hour < 20;
}
