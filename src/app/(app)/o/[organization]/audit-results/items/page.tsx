import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openAuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { AuditItemsPage } from "@/features/dashboards/components/audits/audit-pages";
import { requireScope } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditResults");
  return { title: t("title.items") };
}

export default async function MysteryItemsPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/audit-results/items">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "audit-results.read");
  const address = { slug: organization, pathname: `/o/${organization}/audit-results/items` };
  const dashboard = await openAuditDashboard(scope, address, "mystery", await searchParams);
  return <AuditItemsPage dashboard={dashboard} />;
}
