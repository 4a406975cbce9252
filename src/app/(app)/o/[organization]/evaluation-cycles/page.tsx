import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CyclesTable } from "@/features/evaluation-cycles/components/cycles-table";
import { listCycles } from "@/features/evaluation-cycles/queries/list-cycles";
import { requireScope } from "@/server/session";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluationCycles"))("title") };
}

export default async function EvaluationCyclesPage({
  params,
}: PageProps<"/o/[organization]/evaluation-cycles">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "evaluation-cycles.manage");
  if (scope.locationIds !== null) notFound();
  const t = await getTranslations("evaluationCycles");
  const path = `/o/${organization}/evaluation-cycles`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <LinkButton href={`${path}/new`} variant="primary" icon={<Plus aria-hidden className="size-4" />}>
            {t("new.open")}
          </LinkButton>
        }
      />
      <CyclesTable cycles={await listCycles(scope)} path={path} />
    </>
  );
}
