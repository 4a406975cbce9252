import type { ScoreBand, SurveyDefinition } from "../../schema";

/** What a respondent meets, in order; the reminder is the second mail. */
export const PREVIEW_STEPS = ["mail", "reminder", "score", "followUp", "thanks"] as const;
export type PreviewStep = (typeof PREVIEW_STEPS)[number];

export const PREVIEW_THEMES = ["light", "dark"] as const;
export type PreviewTheme = (typeof PREVIEW_THEMES)[number];

export type PreviewView = { step: PreviewStep; band: ScoreBand; language: string; theme: PreviewTheme };

/** Whether the wording of a step depends on the score. */
export function dependsOnScore(step: PreviewStep): boolean {
  return step === "followUp" || step === "thanks";
}

/** The steps a respondent of this survey meets: without anything to ask after the score there is no second page. */
export function listPreviewSteps(
  definition: Pick<SurveyDefinition, "followUp" | "comment" | "questions">,
): PreviewStep[] {
  const hasFollowUp =
    definition.followUp.isEnabled || definition.comment.isEnabled || definition.questions.length > 0;
  return PREVIEW_STEPS.filter((step) => step !== "followUp" || hasFollowUp);
}

/**
 * Address of the page that shows a step exactly as respondents see it (src/app/(respondent)/s/preview). `version` is a
 * published version's number; without it the saved draft is shown, and `revision` says which.
 */
export function previewHref(
  survey: { organization: string; surveyId: string; version?: number; revision?: string },
  view: PreviewView,
): string {
  const isMail = view.step === "mail" || view.step === "reminder";
  const search = new URLSearchParams({
    step: view.step,
    band: view.band,
    language: view.language,
    theme: view.theme,
  });
  if (survey.version !== undefined) search.set("version", String(survey.version));
  if (survey.revision !== undefined) search.set("revision", survey.revision);
  return `/s/preview/${survey.organization}/${survey.surveyId}${isMail ? "/mail" : ""}?${search}`;
}
