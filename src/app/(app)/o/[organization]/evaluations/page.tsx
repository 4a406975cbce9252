import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyEvaluations } from "@/features/evaluation-cycles/raters/components/my-evaluations";
import { listMyEvaluations } from "@/features/evaluation-cycles/raters/queries/list-my-evaluations";
import { listVisibleReports } from "@/features/evaluation-reports/queries/list-visible-reports";
import { requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluationRaters.mine"))("title") };
}

/** What somebody has to do with evaluations. */
export default async function MyEvaluationsPage({ params }: PageProps<"/o/[organization]/evaluations">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "evaluations.take-part");
  const [mine, reports, t] = await Promise.all([
    listMyEvaluations(scope),
    listVisibleReports(scope),
    getTranslations("evaluationRaters.mine"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <MyEvaluations mine={mine} reports={reports} slug={organization} />
    </>
  );
}
