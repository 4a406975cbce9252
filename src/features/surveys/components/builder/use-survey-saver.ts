"use client";

import { callAction } from "@/ui/call-action";
import { DraftSaver, type DraftSnapshot } from "@/ui/draft/draft-saver";
import { useDraftSaver } from "@/ui/draft/use-draft-saver";
import { useOrganizationSlug } from "@/ui/organization-context";
import { readSurveyAction, saveDraftAction } from "../../actions";
import { isSameDraft } from "../../same-draft";
import type { SurveyDetails, SurveyDraft } from "../../schema";

export type SurveySaver = DraftSaver<SurveyDraft, SurveyDetails>;
export type SurveySnapshot = DraftSnapshot<SurveyDraft, SurveyDetails>;

/** The survey on screen, kept saved. */
export function useSurveySaver(survey: SurveyDetails): { saver: SurveySaver; snapshot: SurveySnapshot } {
  const organization = useOrganizationSlug();
  return useDraftSaver<SurveyDraft, SurveyDetails>(
    () =>
      new DraftSaver(survey, {
        save: (draft, revision) =>
          callAction(() => saveDraftAction(organization, { surveyId: survey.id, revision, ...draft })),
        read: () => callAction(() => readSurveyAction(organization, { surveyId: survey.id })),
        isSame: isSameDraft,
      }),
  );
}
