"use server";
import { redirect } from "next/navigation";
import { findRespondent } from "@/features/invitations/queries/find-respondent";
import { respondentLanguage } from "@/server/input";
import { answerHref } from "./answer-href";
import { submitDetails } from "./commands/submit-details";
import { submitScore } from "./commands/submit-score";
import { FIELDS } from "./schema";

/**
 * The forms of /s/<token>. They work without any script, so each ends in a redirect to the page that shows what is stored
 * now: reloading it sends nothing again. The token in the form is the authority; no session is involved. What is thrown
 * becomes the "try again" page of scripts/lib/respondent-response-filter.ts, and reloading that sends the form again.
 */
export async function submitScoreAction(form: FormData): Promise<void> {
  const { token, language, isEdit } = readForm(form);
  const respondent = await findRespondent(token);
  if (!respondent) redirect(answerHref(token));
  const score = form.get(FIELDS.score);
  const outcome = await submitScore(respondent.scope, { ...respondent, score, language, isEdit });
  if (outcome === "invalid") redirect(answerHref(token, { lang: language, step: "score", problem: "score" }));
  redirect(answerHref(token, { lang: language, ...(isEdit ? { step: "details" } : {}) }));
}

export async function submitDetailsAction(form: FormData): Promise<void> {
  const { token, language, isEdit } = readForm(form);
  const respondent = await findRespondent(token);
  if (!respondent) redirect(answerHref(token));
  const outcome = await submitDetails(respondent.scope, { ...respondent, form, language, isEdit });
  const problems = outcome.status === "stored" ? outcome.problems : [];
  if (problems.length === 0) redirect(answerHref(token, { lang: language }));
  redirect(answerHref(token, { lang: language, step: "details", problem: problems.join(",") }));
}

function readForm(form: FormData) {
  const language = respondentLanguage.safeParse(form.get(FIELDS.language));
  return {
    token: String(form.get(FIELDS.token) ?? ""),
    language: language.success ? language.data : "en",
    isEdit: form.get(FIELDS.isEdit) === "1",
  };
}
