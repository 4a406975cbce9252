import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CommentsPage } from "@/features/dashboards/components/comments-page";
import { openDashboard } from "@/features/dashboards/dashboard";
import { requireScope } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboards");
  return { title: t("comments.title") };
}

export default async function Page({ params, searchParams }: PageProps<"/o/[organization]/comments">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  const address = { slug: organization, pathname: `/o/${organization}/comments` };
  const dashboard = await openDashboard(scope, address, await searchParams);
  return <CommentsPage dashboard={dashboard} />;
}
