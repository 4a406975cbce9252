import { NotebookPen, Plus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DiaryTabs } from "@/features/diary/components/diary-tabs";
import { EntryList } from "@/features/diary/components/entry-list";
import { countSharedEntries } from "@/features/diary/queries/count-shared-entries";
import { listDiaryEntries } from "@/features/diary/queries/list-diary-entries";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { listInput } from "@/server/input";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { searchHref } from "@/ui/search-href";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("title") };
}

export default async function DiaryPage({ params, searchParams }: PageProps<"/o/[organization]/diary">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "diary.write");
  const path = `/o/${organization}/diary`;
  // Who meets no customers has no diary, but may be shown entries of others.
  if (scope.employeeId === null) redirect(`${path}/shared`);
  const search = await searchParams;
  const { page } = listInput.parse(search);
  const [entries, shared, dates, t] = await Promise.all([
    listDiaryEntries(scope, page),
    countSharedEntries(scope),
    getTimeTexts("UTC"),
    getTranslations("diary"),
  ]);
  const add = (
    <LinkButton href={`${path}/new`} variant="primary" icon={<Plus aria-hidden className="size-4" />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      <Stack>
        <DiaryTabs path={path} isWriter shared={shared} />
        <Card
          flush
          footer={
            entries.total > entries.pageSize && (
              <Pagination
                page={entries.page}
                pageSize={entries.pageSize}
                total={entries.total}
                href={(number) => searchHref(path, search, { page: number })}
              />
            )
          }
        >
          {entries.rows.length > 0 ? (
            <EntryList entries={entries.rows} path={path} day={dates.day} />
          ) : (
            <EmptyState icon={<NotebookPen />} title={t("empty")} action={add}>
              {t("emptyText")}
            </EmptyState>
          )}
        </Card>
      </Stack>
    </>
  );
}
