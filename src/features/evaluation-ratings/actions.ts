"use server";
import { redirect } from "next/navigation";
import { NotFoundError } from "@/server/errors";
import { id as idInput, respondentLanguage } from "@/server/input";
import type { Scope } from "@/server/scope";
import { raterScope } from "@/server/token-scope";
import { declineRating } from "./commands/decline-rating";
import { saveAnswers } from "./commands/save-answers";
import { sendRating } from "./commands/send-rating";
import { ratingHref } from "./rating-href";
import type { RatingStep } from "./rules/rating-step";
import { FIELDS } from "./schema";

/**
 * The forms of /r/<token>/<rating>. They work without any script, so each ends in a redirect to a page that shows what is
 * stored now. The token in the form is the authority; no session is involved.
 */
export async function saveAnswersAction(form: FormData): Promise<void> {
  const { token, ratingId, lang } = readForm(form);
  const outcome = await asRater(token, ratingId, (scope, rating) => saveAnswers(scope, rating, form));
  if (!outcome) redirect(ratingHref(token, null, { lang }));
  if (outcome.status === "closed") redirect(ratingHref(token, ratingId, { lang }));
  const step = String(form.get(FIELDS.step) ?? "") as RatingStep;
  if (outcome.cut.length > 0) {
    redirect(ratingHref(token, ratingId, { lang, step, problem: outcome.cut.join(",") }));
  }
  const go = String(form.get(FIELDS.go) ?? "");
  if (go === "later") redirect(ratingHref(token, null, { lang }));
  redirect(ratingHref(token, ratingId, { lang, step: go as RatingStep }));
}

export async function sendRatingAction(form: FormData): Promise<void> {
  const { token, ratingId, lang } = readForm(form);
  const outcome = await asRater(token, ratingId, sendRating);
  if (!outcome) redirect(ratingHref(token, null, { lang }));
  if (outcome === "sent") redirect(ratingHref(token, null, { lang, sent: "1" }));
  if (outcome === "closed") redirect(ratingHref(token, ratingId, { lang }));
  redirect(ratingHref(token, ratingId, { lang, step: "check", problem: "missing" }));
}

export async function declineRatingAction(form: FormData): Promise<void> {
  const { token, ratingId, lang } = readForm(form);
  const reason = form.get(FIELDS.reason);
  const outcome = await asRater(token, ratingId, (scope, rating) => declineRating(scope, rating, reason));
  redirect(ratingHref(token, outcome === "closed" ? ratingId : null, { lang }));
}

function readForm(form: FormData) {
  const language = respondentLanguage.safeParse(form.get(FIELDS.language));
  const ratingId = idInput.safeParse(form.get(FIELDS.rating));
  return {
    token: String(form.get(FIELDS.token) ?? ""),
    ratingId: ratingId.success ? ratingId.data : null,
    lang: language.success ? language.data : "en",
  };
}

/** Runs a command for whom the token speaks; null when it speaks for nobody, or the rating is not that person's. */
async function asRater<T>(
  token: string,
  ratingId: string | null,
  run: (scope: Scope, rating: { raterId: string; ratingId: string }) => Promise<T>,
): Promise<T | null> {
  const rater = await raterScope(token);
  if (!rater || !ratingId) return null;
  try {
    return await run(rater.scope, { raterId: rater.raterId, ratingId });
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
