import { ChartPie } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DiaryTabs } from "@/features/diary/components/diary-tabs";
import { PatternsView } from "@/features/diary/components/patterns-view";
import { countSharedEntries } from "@/features/diary/queries/count-shared-entries";
import { getDiaryPatterns } from "@/features/diary/queries/get-diary-patterns";
import { PATTERN_PERIODS, patternsInput } from "@/features/diary/schema";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { FilterBar } from "@/ui/filter-bar";
import { PageHeader } from "@/ui/page-header";
import { Select } from "@/ui/select";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("tabs.patterns") };
}

export default async function DiaryPatternsPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/diary/patterns">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "diary.write");
  if (scope.employeeId === null) notFound();
  const { period } = patternsInput.parse(await searchParams);
  const [patterns, shared, t] = await Promise.all([
    getDiaryPatterns(scope, period),
    countSharedEntries(scope),
    getTranslations("diary"),
  ]);
  return (
    <>
      <PageHeader title={t("tabs.patterns")} description={t("patterns.description")} />
      <Stack>
        <DiaryTabs path={`/o/${organization}/diary`} isWriter shared={shared} />
        <FilterBar label={t("patterns.period")}>
          <Select
            name="period"
            aria-label={t("patterns.period")}
            defaultValue={period}
            options={PATTERN_PERIODS.map((value) => ({ value, label: t(`patterns.periods.${value}`) }))}
          />
        </FilterBar>
        {patterns.entries > 0 ? (
          <PatternsView patterns={patterns} />
        ) : (
          <Card>
            <EmptyState icon={<ChartPie />} title={t("patterns.empty")}>
              {t("patterns.emptyText")}
            </EmptyState>
          </Card>
        )}
      </Stack>
    </>
  );
}
