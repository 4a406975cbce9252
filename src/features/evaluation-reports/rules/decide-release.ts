import { mayReleaseAgain, publishReport, type ReleasedFigures, type SubjectAnswers } from "./publish-report";

/** What the last release of a subject showed, and how many anonymous ratings it and those before had counted. */
export type LastRelease = { shown: ReleasedFigures; counted: number };

/**
 * What a release would show of a subject now; null where there is nothing to release: the first time as long as nobody's
 * answers but the subject's own can be shown (it waits for more instead of using up its first release), later as long as
 * fewer than k new anonymous ratings came in.
 */
export function decideRelease(
  answers: SubjectAnswers,
  k: number,
  last: LastRelease | null,
): ReleasedFigures | null {
  if (last) return mayReleaseAgain(answers, last.counted, k) ? publishReport(answers, k, last.shown) : null;
  const shown = publishReport(answers, k);
  return shown.figures.some(({ cell }) => cell !== "self") ? shown : null;
}
