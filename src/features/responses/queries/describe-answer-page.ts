import "server-only";
import type { DescribedPage } from "../answer-page-link";
import { answerPageKey, decideAnswerView, encounterLine, readAnswerQuery } from "../answer-view";
import { openAnswerPage } from "./open-answer-page";

/**
 * What the page of a token would be if it were rendered now: for our web server, which sends a page of the same key that
 * it has already. Null for a token that opens nothing, and where the page is this person's alone.
 */
export async function describeAnswerPage(
  token: string,
  search: URLSearchParams,
): Promise<DescribedPage | null> {
  const opened = await openAnswerPage(token);
  if (!opened) return null;
  const { page, surveyVersionId, scope } = opened;
  const query = readAnswerQuery((name) => {
    const values = search.getAll(name);
    return values.length === 1 ? values[0] : null;
  });
  const view = decideAnswerView(page, query, scope.now);
  const key = answerPageKey(page, surveyVersionId, view, scope.now);
  return key === null ? null : { key, encounterLine: encounterLine(page, view, scope.now) };
}
