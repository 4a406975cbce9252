import { Eye } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DiaryTabs } from "@/features/diary/components/diary-tabs";
import { encounterText } from "@/features/diary/components/encounter-text";
import { EntryTexts } from "@/features/diary/components/entry-texts";
import { listSharedEntries } from "@/features/diary/queries/list-shared-entries";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { listInput } from "@/server/input";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { searchHref } from "@/ui/search-href";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("sharedTitle") };
}

export default async function SharedDiaryPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/diary/shared">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "diary.write");
  const search = await searchParams;
  const { page } = listInput.parse(search);
  const [entries, times, dates, t] = await Promise.all([
    listSharedEntries(scope, page),
    getTimeTexts(scope.timeZone),
    getTimeTexts("UTC"),
    getTranslations("diary"),
  ]);
  const path = `/o/${organization}/diary`;
  return (
    <>
      <PageHeader title={t("sharedTitle")} description={t("sharedText")} />
      <Stack>
        <DiaryTabs path={path} isWriter={scope.employeeId !== null} shared={entries.total} />
        {entries.rows.map((entry) => (
          <Card
            key={entry.id}
            title={t("sharedEntry", { writer: entry.writer, day: dates.day(entry.happenedOn) })}
            description={entry.encounter ? encounterText(entry.encounter, times.moment) : undefined}
          >
            <EntryTexts entry={entry} writer={entry.writer} />
          </Card>
        ))}
        {entries.total > entries.pageSize && (
          <Pagination
            page={entries.page}
            pageSize={entries.pageSize}
            total={entries.total}
            href={(number) => searchHref(`${path}/shared`, search, { page: number })}
          />
        )}
        {entries.rows.length === 0 && (
          <Card>
            <EmptyState icon={<Eye />} title={t("sharedEmpty")}>
              {t(scope.employeeId === null ? "sharedEmptyNoWriter" : "sharedEmptyText")}
            </EmptyState>
          </Card>
        )}
      </Stack>
    </>
  );
}
