import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openAuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { AuditorsPage } from "@/features/dashboards/components/audits/audit-pages";
import { requireScope } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditResults");
  return { title: t("title.auditors") };
}

export default async function ConsultantsPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/audit-results/consultants">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "auditor-statistics.read");
  const address = { slug: organization, pathname: `/o/${organization}/audit-results/consultants` };
  const dashboard = await openAuditDashboard(scope, address, "mystery", await searchParams);
  return <AuditorsPage dashboard={dashboard} />;
}
