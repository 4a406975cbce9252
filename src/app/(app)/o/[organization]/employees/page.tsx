import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupPage } from "@/features/dashboards/components/group-page";
import { openDashboard } from "@/features/dashboards/dashboard";
import { requireScope } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboards");
  return { title: t("groups.title.employee") };
}

export default async function EmployeesPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/employees">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  const address = { slug: organization, pathname: `/o/${organization}/employees` };
  const dashboard = await openDashboard(scope, address, await searchParams);
  return <GroupPage dashboard={dashboard} dimension="employee" />;
}
