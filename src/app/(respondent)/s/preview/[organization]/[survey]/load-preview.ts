import { notFound } from "next/navigation";
import { z } from "zod";
import { getOrganizationSettings } from "@/features/organizations/queries/get-organization-settings";
import { PREVIEW_STEPS, PREVIEW_THEMES } from "@/features/surveys/components/preview/preview-source";
import { findPreviewTouchpoint, getSurvey, getSurveyVersion } from "@/features/surveys/queries";
import { bandRange, SCORE_BANDS } from "@/features/surveys/schema";
import type { Channel } from "@/generated/prisma/enums";
import { id, respondentLanguage } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";

const viewInput = z.object({
  step: z.enum(PREVIEW_STEPS).catch("score"),
  band: z.enum(SCORE_BANDS).catch("high"),
  language: respondentLanguage.nullable().catch(null),
  theme: z.enum(PREVIEW_THEMES).catch("light"),
  version: z.coerce.number().int().min(1).max(1_000_000_000).nullable().catch(null),
});

/** Names as the forms of each country have them: everybody sees that nobody is meant. */
const SAMPLES = {
  fi: { customer: "Maija Meikäläinen", employee: "Matti Meikäläinen", touchpoint: "Asiakaspalvelu" },
  sv: { customer: "Maja Modell", employee: "Mats Modell", touchpoint: "Kundservice" },
  en: { customer: "Jane Doe", employee: "John Doe", touchpoint: "Customer service" },
} as const;

const DAY = 24 * 60 * 60_000;

/**
 * A survey as a customer of the organization would meet it, with a made-up customer: the saved draft, or a published
 * version. For signed-in members who may see surveys; anything else is 404.
 */
export async function loadPreview(
  organizationSlug: string,
  surveyId: string,
  search: Record<string, string | string[] | undefined>,
) {
  const scope = await requireScope(organizationSlug, "surveys.manage");
  if (!id.safeParse(surveyId).success) notFound();
  const view = viewInput.parse(search);
  const survey = await orNotFound(getSurvey(scope, surveyId));
  const definition =
    view.version === null
      ? survey.definition
      : (await orNotFound(getSurveyVersion(scope, surveyId, view.version))).definition;
  const organization = await getOrganizationSettings(scope);
  const language = view.language ?? respondentLanguage.parse(organization.language);
  const touchpoint = await findPreviewTouchpoint(scope, survey.settings.touchpointIds);
  return {
    view,
    language,
    definition,
    organization,
    isAnonymous: survey.settings.isAnonymous,
    sample: SAMPLES[language],
    touchpoint: touchpoint ?? {
      name: SAMPLES[language].touchpoint,
      publicNames: {},
      channel: "in_person" as Channel,
    },
    score: bandRange(definition.main.metric, view.band).to,
    occurredAt: new Date(scope.now.getTime() - DAY),
    expiresAt: new Date(scope.now.getTime() + survey.settings.expiryDays * DAY),
    now: scope.now,
  };
}
