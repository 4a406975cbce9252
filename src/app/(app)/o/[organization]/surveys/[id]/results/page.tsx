import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SurveyResultsPage } from "@/features/dashboards/components/survey-results-page";
import { openDashboard } from "@/features/dashboards/dashboard";
import { getSurveyQuestions } from "@/features/dashboards/queries/get-survey-questions";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";

type Props = PageProps<"/o/[organization]/surveys/[id]/results">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboards"))("survey.pageTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  if (!idInput.safeParse(id).success) notFound();
  const survey = await orNotFound(getSurveyQuestions(scope, id));
  const address = { slug: organization, pathname: `/o/${organization}/surveys/${id}/results` };
  const dashboard = await openDashboard(scope, address, await searchParams);
  return <SurveyResultsPage dashboard={dashboard} survey={survey} />;
}
