import type { Metadata } from "next";
import { SubjectPage } from "@/features/dashboards/components/subject-page";
import { openDashboard } from "@/features/dashboards/dashboard";
import { getSubjectTitle } from "@/features/dashboards/subject-title";
import { orNotFound, requireScope } from "@/server/session";

export async function generateMetadata({
  params,
}: PageProps<"/o/[organization]/touchpoints/[id]">): Promise<Metadata> {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  return { title: await getSubjectTitle(scope, "touchpoint", id) };
}

export default async function TouchpointPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/touchpoints/[id]">) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  const address = { slug: organization, pathname: `/o/${organization}/touchpoints/${id}` };
  const dashboard = await orNotFound(openDashboard(scope, address, await searchParams, { touchpoint: id }));
  return <SubjectPage dashboard={dashboard} subject="touchpoint" />;
}
