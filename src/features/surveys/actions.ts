"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id, requiredText } from "@/server/input";
import { changeSurveyStatus } from "./commands/change-survey-status";
import { createSurvey } from "./commands/create-survey";
import { publishSurvey } from "./commands/publish-survey";
import { saveDraft } from "./commands/save-draft";
import { surveyDefinition, surveySettings } from "./schema";

const surveyPages = "/o/[organization]/surveys";

export const createSurveyAction = defineAction({
  permission: "surveys.manage",
  input: z.object({ template: z.enum(["nps", "csat", "ces"]), name: requiredText(120) }),
  run: async (scope, input) => ({ id: await createSurvey(scope, input) }),
});

export const saveDraftAction = defineAction({
  permission: "surveys.manage",
  input: z.object({
    surveyId: id,
    revision: z.iso.datetime(),
    definition: surveyDefinition,
    settings: surveySettings,
  }),
  run: saveDraft,
});

export const publishSurveyAction = defineAction({
  permission: "surveys.manage",
  input: z.object({ surveyId: id, revision: z.iso.datetime() }),
  run: async (scope, input) => {
    const published = await publishSurvey(scope, input);
    revalidatePath(surveyPages, "layout");
    return published;
  },
});

export const changeSurveyStatusAction = defineAction({
  permission: "surveys.manage",
  input: z.object({ surveyId: id, change: z.enum(["pause", "resume", "archive", "restore"]) }),
  run: async (scope, input) => {
    await changeSurveyStatus(scope, input);
    revalidatePath(surveyPages, "layout");
  },
});
