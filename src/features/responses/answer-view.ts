import { formatDay } from "@/features/invitations/texts";
import { describeEncounter } from "./describe-encounter";
import { type AnswerStep, choosePageLanguage, decideStep, hasDetails, parseScore } from "./rules";
import type { AnswerPage } from "./schema";

/** What of an answer page's address shapes it. A parameter given twice counts as not given. */
export type AnswerQuery = {
  lang: string | null;
  score: string | null;
  step: "score" | "details" | null;
  problem: string | null;
};

/** Reads the address's parameters, by whatever gives one of them. */
export function readAnswerQuery(read: (name: string) => unknown): AnswerQuery {
  const text = (name: string) => {
    const value = read(name);
    return typeof value === "string" ? value : null;
  };
  const step = text("step");
  return {
    lang: text("lang"),
    score: text("score"),
    step: step === "score" || step === "details" ? step : null,
    problem: text("problem"),
  };
}

/** An answer page as it is shown to one request. */
export type AnswerView = {
  language: string;
  step: AnswerStep;
  /** Fields of the form sent last that need another look. */
  problems: string[];
  /** What of the address is carried over to the page in another language. */
  carried: { score?: string; step?: "score" | "details" };
};

/** Decides what of a page a request is shown. */
export function decideAnswerView(page: AnswerPage, query: AnswerQuery, now: Date): AnswerView {
  const linkScore = parseScore(page.definition.main.metric, query.score);
  return {
    language: choosePageLanguage(query.lang, page),
    step: decideStep({
      response: page.response,
      expiresAt: page.expiresAt,
      now,
      hasDetails: hasDetails(page.definition),
      requested: query.step,
      linkScore,
    }),
    problems: query.problem === null ? [] : query.problem.split(","),
    carried: {
      ...(linkScore === null ? {} : { score: String(linkScore) }),
      ...(query.step === null ? {} : { step: query.step }),
    },
  };
}

/**
 * Names everything that shapes the page's HTML but the token and the line about the encounter (`encounterLine`): pages of
 * one key differ in those two alone (docs/decisions/0011-answer-page-cache.md). Null for a page that holds what one person
 * wrote or chose, or that points at a mistake: such a page is made for one request and kept nowhere.
 */
export function answerPageKey(
  page: AnswerPage,
  surveyVersionId: string,
  view: AnswerView,
  now: Date,
): string | null {
  const { step } = view;
  if (view.problems.length > 0 || (step.step === "details" && !isBlank(page))) return null;
  return JSON.stringify([
    surveyVersionId,
    page.organization,
    page.languages,
    page.isAnonymous,
    view.language,
    view.carried,
    step,
    step.step === "expired"
      ? formatDay(page.expiresAt, view.language, page.organization.timeZone, now)
      : null,
  ]);
}

/** The line that tells which encounter the question is about, on the pages that have it. */
export function encounterLine(page: AnswerPage, view: AnswerView, now: Date): string | null {
  return view.step.step === "score" ? describeEncounter(page, view.language, now) : null;
}

function isBlank({ response }: AnswerPage): boolean {
  return (
    !response ||
    (response.followUp === null &&
      response.comment === null &&
      Object.keys(response.scores).length === 0 &&
      Object.keys(response.choices).length === 0)
  );
}
