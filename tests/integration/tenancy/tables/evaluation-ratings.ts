import { expect } from "vitest";
import {
  declineRatingAction,
  saveAnswersAction,
  sendRatingAction,
} from "@/features/evaluation-ratings/actions";
import { declineRating } from "@/features/evaluation-ratings/commands/decline-rating";
import { lockOpenRating } from "@/features/evaluation-ratings/commands/lock-open-rating";
import { saveAnswers } from "@/features/evaluation-ratings/commands/save-answers";
import { sendRating } from "@/features/evaluation-ratings/commands/send-rating";
import { getOwnAnswers } from "@/features/evaluation-ratings/queries/get-own-answers";
import { getRaterPage } from "@/features/evaluation-ratings/queries/get-rater-page";
import { openRaterLink } from "@/features/evaluation-ratings/queries/open-rater-link";
import { withScope } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";
import { type Cast, NORTH } from "../cast";
import { type Lines, line, type Observed } from "../line";
import type { Place } from "../makers";

const cannotSay = { p1: null, p2: null, c1: null, c2: null };

/** A rating that is answered throughout and was not sent. */
async function answered(of: Cast, place: Place) {
  const rating = await of.newRating(place);
  return { ...rating, ...(await of.addRating(rating, { answers: cannotSay })) };
}
const untouched = (of: Cast, place: Place) => of.newRating(place);

/** The scope of somebody with a link of the caller's organization. */
const asRater = (scope: Scope) =>
  makeScope({ organizationId: scope.organizationId, actor: "respondent", timeZone: "UTC" });
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const sentBy = ({ token, ratingId }: { token: string; ratingId: string }, more: Record<string, string>) =>
  form({ token, rating: ratingId, lang: "en", ...more });

/** A rating of the caller's organization and its link; in the place of another's, its rating by a link of the caller's. */
const ratingByLink = (make: typeof untouched) => async (of: Cast, place: Place, caller: Cast) => {
  const rating = await make(of, place);
  const { token } = of === caller ? rating : await caller.newRating(caller.here);
  return { ...rating, token };
};
const ofNorth = ({ result }: Observed) => expect(JSON.stringify(result)).toContain(NORTH.mark);
const changes =
  (...tables: string[]) =>
  ({ error, changed }: Observed) => {
    // An action ends in a redirect, which is thrown.
    if (error && !String(error).includes("NEXT_REDIRECT")) throw error;
    expect(changed).toEqual(tables);
  };

export const evaluationRatings: Lines = {
  getRaterPage: line({
    given: untouched,
    call: (scope, { raterId }) => getRaterPage(asRater(scope), raterId),
    own: ofNorth,
    foreign: "not found",
  }),
  openRaterLink: line({
    given: async (of, place, caller) => {
      const { token } = await of.newRating(place);
      return { token: of === caller ? token : `${token.slice(0, -2)}xx` };
    },
    call: (_scope, { token }) => openRaterLink(token),
    own: ofNorth,
    foreign: "nothing",
  }),
  getOwnAnswers: line({
    given: answered,
    call: (scope, { raterId, ratingId }) => getOwnAnswers(asRater(scope), raterId, ratingId),
    own: ({ result }) => expect(result).toEqual({ points: cannotSay, texts: {} }),
    foreign: "not found",
  }),
  lockOpenRating: line({
    given: untouched,
    call: (scope, given) => withScope(asRater(scope), (tx) => lockOpenRating(tx, asRater(scope), given)),
    own: ({ result }, { framework }) => expect(result).toMatchObject({ id: framework.versionId }),
    foreign: "not found",
  }),
  saveAnswers: line({
    given: untouched,
    call: (scope, given) => saveAnswers(asRater(scope), given, form({ "a.p1": "4" })),
    own: changes("evaluation_answers"),
    foreign: "not found",
  }),
  sendRating: line({
    given: answered,
    call: (scope, given) => sendRating(asRater(scope), given),
    own: changes("evaluation_ratings"),
    foreign: "not found",
  }),
  declineRating: line({
    given: answered,
    call: (scope, given) => declineRating(asRater(scope), given, "Too little time"),
    own: changes("evaluation_answers", "evaluation_ratings"),
    foreign: "not found",
  }),
  saveAnswersAction: line({
    given: ratingByLink(untouched),
    call: (_scope, given) => saveAnswersAction(sentBy(given, { step: "1", go: "2", "a.p1": "4" })),
    own: changes("evaluation_answers"),
    foreign: "runs",
  }),
  sendRatingAction: line({
    given: ratingByLink(answered),
    call: (_scope, given) => sendRatingAction(sentBy(given, {})),
    own: changes("evaluation_ratings"),
    foreign: "runs",
  }),
  declineRatingAction: line({
    given: ratingByLink(untouched),
    call: (_scope, given) => declineRatingAction(sentBy(given, { reason: "Too little time" })),
    own: changes("evaluation_ratings"),
    foreign: "runs",
  }),
};
