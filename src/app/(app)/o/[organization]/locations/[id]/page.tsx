import type { Metadata } from "next";
import { SubjectPage } from "@/features/dashboards/components/subject-page";
import { openDashboard } from "@/features/dashboards/dashboard";
import { getSubjectTitle } from "@/features/dashboards/subject-title";
import { orNotFound, requireScope } from "@/server/session";

export async function generateMetadata({
  params,
}: PageProps<"/o/[organization]/locations/[id]">): Promise<Metadata> {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  return { title: await getSubjectTitle(scope, "location", id) };
}

export default async function LocationPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/locations/[id]">) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  const address = { slug: organization, pathname: `/o/${organization}/locations/${id}` };
  const dashboard = await orNotFound(openDashboard(scope, address, await searchParams, { location: id }));
  return <SubjectPage dashboard={dashboard} subject="location" />;
}
