import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { SurveyBuilder } from "@/features/surveys/components/builder/survey-builder";
import { ReadOnlySurvey } from "@/features/surveys/components/read-only-survey";
import { writeVersions } from "@/features/surveys/components/write-versions";
import {
  getSurvey,
  getSurveyOrganization,
  listOtherBindings,
  listSurveyVersions,
} from "@/features/surveys/queries";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";

type Props = PageProps<"/o/[organization]/surveys/[id]">;

/** The survey of an address, read once for the page and its title. */
const loadSurvey = cache(async (organization: string, surveyId: string) => {
  const scope = await requireScope(organization, "surveys.manage");
  if (!idInput.safeParse(surveyId).success) notFound();
  return { scope, survey: await orNotFound(getSurvey(scope, surveyId)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { survey } = await loadSurvey(organization, id);
  return { title: survey.settings.name };
}

/** The builder; for managers limited to locations, and for archived surveys, the same to be read only. */
export default async function SurveyPage({ params }: Props) {
  const { organization, id } = await params;
  const { scope, survey } = await loadSurvey(organization, id);
  const facts = {
    survey,
    organization: await getSurveyOrganization(scope),
    encounterTypes: await listEncounterTypeOptions(scope, { includeArchived: true }),
    touchpoints: await listTouchpointOptions(scope, { includeArchived: true }),
    behaviours: await listBehaviours(scope, { includeArchived: true }),
    versions: await writeVersions(await listSurveyVersions(scope, id), scope.timeZone),
  };
  const isLimited = scope.locationIds !== null;

  return (
    <ClientMessages namespaces={["surveys", "common"]}>
      {isLimited || survey.status === "archived" ? (
        <ReadOnlySurvey {...facts} slug={organization} isLimited={isLimited} />
      ) : (
        <SurveyBuilder {...facts} others={await listOtherBindings(scope, id)} />
      )}
    </ClientMessages>
  );
}
