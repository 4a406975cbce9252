"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id, requiredText } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { changeSurveyStatus } from "./commands/change-survey-status";
import { createSurvey } from "./commands/create-survey";
import { publishSurvey } from "./commands/publish-survey";
import { saveDraft } from "./commands/save-draft";
import { getSurvey } from "./queries";
import { saveDraftInput } from "./schema";

export const createSurveyAction = defineAction({
  permission: "surveys.manage",
  input: z.object({ template: z.enum(["nps", "csat", "ces"]), name: requiredText(120) }),
  run: async (scope, input) => ({ id: await createSurvey(scope, input) }),
});

export const saveDraftAction = defineAction({
  permission: "surveys.manage",
  input: saveDraftInput,
  // Refreshed so that coming back to the builder shows what was saved, not what it was opened with.
  run: (scope, input) => thenRefresh(saveDraft(scope, input)),
});

/** The survey as it is now, for an editor whose save met a conflict. */
export const readSurveyAction = defineAction({
  permission: "surveys.manage",
  input: z.object({ surveyId: id }),
  run: (scope, input) => getSurvey(scope, input.surveyId),
});

export const publishSurveyAction = defineAction({
  permission: "surveys.manage",
  input: z.object({ surveyId: id, revision: z.iso.datetime() }),
  run: (scope, input) => thenRefresh(publishSurvey(scope, input)),
});

export const changeSurveyStatusAction = defineAction({
  permission: "surveys.manage",
  input: z.object({ surveyId: id, change: z.enum(["pause", "resume", "archive", "restore"]) }),
  run: (scope, input) => thenRefresh(changeSurveyStatus(scope, input)),
});
