import type { Metadata } from "next";
import { SubjectPage } from "@/features/dashboards/components/subject-page";
import { openDashboard } from "@/features/dashboards/dashboard";
import { getSubjectTitle } from "@/features/dashboards/subject-title";
import { orNotFound, requireScope } from "@/server/session";

export async function generateMetadata({
  params,
}: PageProps<"/o/[organization]/employees/[id]">): Promise<Metadata> {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  return { title: await getSubjectTitle(scope, "employee", id) };
}

export default async function EmployeePage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/employees/[id]">) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  const address = { slug: organization, pathname: `/o/${organization}/employees/${id}` };
  const dashboard = await orNotFound(openDashboard(scope, address, await searchParams, { employee: id }));
  return <SubjectPage dashboard={dashboard} subject="employee" />;
}
