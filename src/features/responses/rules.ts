import { dayOf } from "@/features/encounters/rules";
import { MAIN_QUESTION_KEY, type SurveyDefinition, scoreOnScale } from "@/features/surveys/schema";
import type { MetricKey } from "@/metrics/score-distribution";
import { type AnswerPage, FIELDS, TEXT_LIMIT } from "./schema";

/** What the answer page shows. `chosen` is marked in the scale; `isEdit`: a completed answer is being changed. */
export type AnswerStep =
  | { step: "score"; chosen: number | null; isEdit: boolean }
  | { step: "details"; score: number; isEdit: boolean }
  | { step: "thanks"; score: number; canChange: boolean }
  | { step: "expired" };

/**
 * The step a link leads to. A link's score is only ever marked, never stored. What is completed stays completed unless the
 * person asks to change it (`requested`), which is possible until the invitation expires.
 */
export function decideStep(facts: {
  response: { score: number; isCompleted: boolean } | null;
  expiresAt: Date;
  now: Date;
  hasDetails: boolean;
  /** The step asked for in the address. */
  requested: "score" | "details" | null;
  /** The score of the mail's link, if it is on the scale. */
  linkScore: number | null;
}): AnswerStep {
  const { response, linkScore, hasDetails } = facts;
  const isOpen = facts.now < facts.expiresAt;
  if (!response) return isOpen ? { step: "score", chosen: linkScore, isEdit: false } : { step: "expired" };
  const { score, isCompleted } = response;
  if (!isOpen) return { step: "thanks", score, canChange: false };
  if (facts.requested === "score") return { step: "score", chosen: linkScore ?? score, isEdit: isCompleted };
  if (facts.requested === "details" && hasDetails) return { step: "details", score, isEdit: isCompleted };
  if (isCompleted || !hasDetails) return { step: "thanks", score, canChange: true };
  // Another number of the same mail was pressed before the answer was finished: a change of mind.
  if (linkScore !== null && linkScore !== score) return { step: "score", chosen: linkScore, isEdit: false };
  return { step: "details", score, isEdit: false };
}

/** Whether anything is asked after the score. */
export function hasDetails(definition: SurveyDefinition): boolean {
  return definition.followUp.isEnabled || definition.comment.isEnabled || definition.questions.length > 0;
}

/** The score in a form or address, or null when it is missing, not a whole number or off the scale. */
export function parseScore(metric: MetricKey, value: unknown): number | null {
  const number = readWholeNumber(value);
  return number !== null && scoreOnScale(metric).safeParse(number).success ? number : null;
}

/** The number in a form or address, null when it is not one or two digits and nothing else; on no scale yet. */
export function readWholeNumber(value: unknown): number | null {
  return typeof value === "string" && /^\d{1,2}$/.test(value) ? Number(value) : null;
}

/** The second step as it was sent. What is undefined or absent was left blank. */
export type Details = {
  followUp: string | null;
  comment: string | null;
  scores: Record<string, number>;
  choices: Record<string, string[]>;
  /** Keys of questions (or "followUp", "comment") whose answer could not be kept as it was sent. */
  problems: string[];
};

/** Reads the second step against the survey: what it does not ask is ignored, what is not on offer is a problem. */
export function parseDetails(definition: SurveyDefinition, form: FormData): Details {
  const details: Details = { followUp: null, comment: null, scores: {}, choices: {}, problems: [] };
  for (const name of ["followUp", "comment"] as const) {
    if (!definition[name].isEnabled) continue;
    const { text, wasCut } = readRespondentText(form.get(FIELDS[name]));
    details[name] = text;
    if (wasCut) details.problems.push(name);
  }
  for (const question of definition.questions) {
    const values = form.getAll(FIELDS.question + question.key);
    if (values.length === 0 || question.key === MAIN_QUESTION_KEY) continue;
    if (question.kind === "score") {
      const score = parseScore(question.metric, values[0]);
      if (score === null) details.problems.push(question.key);
      else details.scores[question.key] = score;
    } else {
      const offered = question.options.map((option) => option.key);
      const chosen = [...new Set(values)].filter((value) => offered.includes(value as string)) as string[];
      if (chosen.length < new Set(values).size) details.problems.push(question.key);
      details.choices[question.key] = question.isMultiple ? chosen : chosen.slice(0, 1);
    }
  }
  return details;
}

/** A respondent's text: trimmed, with plain line breaks and without characters the database refuses. */
export function readRespondentText(value: unknown): { text: string | null; wasCut: boolean } {
  if (typeof value !== "string") return { text: null, wasCut: false };
  const text = value.replaceAll("\r\n", "\n").replaceAll("\0", "").trim();
  if (text.length <= TEXT_LIMIT) return { text: text || null, wasCut: false };
  // Not between the two halves of an emoji.
  return {
    text: text
      .slice(0, TEXT_LIMIT)
      .replace(/[\uD800-\uDBFF]$/, "")
      .trim(),
    wasCut: true,
  };
}

/** The language to show: the one asked for if the page has it, else the invitation's, else the organization's. */
export function choosePageLanguage(
  requested: string | null,
  page: Pick<AnswerPage, "languages" | "language"> & { organization: { language: string } },
): string {
  if (requested && page.languages.includes(requested)) return requested;
  return page.languages.includes(page.language) ? page.language : page.organization.language;
}

/**
 * The time to be kept of an answer given at `now`: of an anonymous one only the day, as its first instant on the
 * organization's clock. Seconds would lead to the mail, the page view or the log line they stand beside. The beginning of
 * the day, because every time of a day yet to come would either lie ahead of `now` or tell morning from afternoon.
 */
export function keptTime(now: Date, timeZone: string, isAnonymous: boolean): Date {
  return isAnonymous ? new Date(dayOf(now, timeZone).toZonedDateTime(timeZone).epochMilliseconds) : now;
}
