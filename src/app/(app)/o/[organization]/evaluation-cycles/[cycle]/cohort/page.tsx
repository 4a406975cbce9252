import { UsersRound } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { makeCohortTexts } from "@/features/evaluation-reports/cohort/cohort-texts";
import { BandsCard } from "@/features/evaluation-reports/cohort/components/bands-card";
import { EyesCard } from "@/features/evaluation-reports/cohort/components/eyes-card";
import { HeatCard } from "@/features/evaluation-reports/cohort/components/heat-card";
import { getCohort } from "@/features/evaluation-reports/cohort/queries/get-cohort";
import { listBehaviourComparisons } from "@/features/evaluation-reports/cohort/queries/list-behaviour-comparisons";
import { getOrganizationSettings } from "@/features/organizations/queries/get-organization-settings";
import { id } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("evaluationCohorts");
  return { title: t("title") };
}

export default async function CohortPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/evaluation-cycles/[cycle]/cohort">) {
  const { organization, cycle } = await params;
  const scope = await requireScope(organization, "evaluation-cohorts.read");
  const cycleId = id.safeParse(cycle).data;
  if (!cycleId || scope.locationIds !== null) notFound();
  const cohort = await orNotFound(getCohort(scope, cycleId));
  const [comparisons, { minimumN }] = await Promise.all([
    listBehaviourComparisons(scope, cohort),
    getOrganizationSettings(scope),
  ]);
  const { unit } = await searchParams;
  const texts = makeCohortTexts(await getLocale());
  const { t } = texts;
  const path = `/o/${organization}/evaluation-cycles`;
  const csvHref = (table: string) => `${path}/${cycleId}/cohort/export?table=${table}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("about")}
        breadcrumbs={[{ label: cohort.cycle.name, href: `${path}/${cycleId}` }]}
      />
      <Stack gap="large">
        {cohort.k === null ? (
          <Card>
            <EmptyState icon={<UsersRound aria-hidden />} title={t("empty.title")}>
              {t("empty.text")}
            </EmptyState>
          </Card>
        ) : (
          <>
            <Callout tone="info" title={t("promise.title")}>
              {t("promise.text", { k: cohort.k })}
            </Callout>
            <HeatCard cohort={cohort} texts={texts} csvHref={csvHref("units")} />
            <BandsCard cohort={cohort} unit={typeof unit === "string" ? unit : undefined} texts={texts} />
            <EyesCard
              comparisons={comparisons}
              minimumN={minimumN}
              texts={texts}
              csvHref={csvHref("behaviours")}
            />
          </>
        )}
      </Stack>
    </>
  );
}
