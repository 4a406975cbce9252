import { getTranslations } from "next-intl/server";
import type { Behaviour } from "@/features/behaviours/schema";
import type { EncounterTypeOption, TouchpointOption } from "@/features/touchpoints/schema";
import { Callout } from "@/ui/callout";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";
import type { SurveyDetails, SurveyOrganization } from "../schema";
import { listSettings } from "./list-settings";
import { RestoreButton } from "./restore-button";
import { SurveyReading } from "./survey-reading";
import { SurveyStatus } from "./survey-status";
import { type PublishedVersionRow, SurveyVersions } from "./versions-card";

/** A survey that cannot be changed: it is in the archive, or the reader's role is limited to some locations. */
export async function ReadOnlySurvey({
  survey,
  organization,
  encounterTypes,
  touchpoints,
  behaviours,
  versions,
  slug,
  isLimited,
}: {
  survey: SurveyDetails;
  organization: SurveyOrganization;
  encounterTypes: EncounterTypeOption[];
  touchpoints: TouchpointOption[];
  behaviours: Behaviour[];
  versions: PublishedVersionRow[];
  slug: string;
  isLimited: boolean;
}) {
  const t = await getTranslations("surveys");
  const isArchived = survey.status === "archived";
  return (
    <>
      <PageHeader
        title={survey.settings.name}
        badge={<SurveyStatus status={survey.status} />}
        breadcrumbs={[{ label: t("title"), href: `/o/${slug}/surveys` }]}
        actions={
          <>
            {survey.currentVersion && (
              <LinkButton href={`/o/${slug}/surveys/${survey.id}/results`}>{t("results")}</LinkButton>
            )}
            {isArchived && !isLimited && <RestoreButton surveyId={survey.id} />}
          </>
        }
      />
      <Stack gap="large">
        {isLimited && <Callout>{t("reading.limited")}</Callout>}
        {isArchived && (
          <Callout title={t("restore.note")}>{survey.currentVersion && t("restore.pausedNote")}</Callout>
        )}
        <SurveyReading
          surveyId={survey.id}
          definition={survey.definition}
          languages={organization.languages}
          initialLanguage={organization.language}
          behaviours={behaviours}
          settings={await listSettings(survey.settings, { organization, encounterTypes, touchpoints })}
        />
        <SurveyVersions surveyId={survey.id} versions={versions} />
      </Stack>
    </>
  );
}
