import { Plus, Sprout } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { ActionTable } from "@/features/improvement-actions/components/action-table";
import { listImprovementActions } from "@/features/improvement-actions/queries/list-improvement-actions";
import { ACTION_TABS, actionListInput } from "@/features/improvement-actions/schema";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { FilterBar } from "@/ui/filter-bar";
import { LinkButton } from "@/ui/link-button";
import { ListFrame } from "@/ui/list-frame";
import { NothingFound } from "@/ui/nothing-found";
import { PageHeader } from "@/ui/page-header";
import { searchHref } from "@/ui/search-href";
import { SearchInput } from "@/ui/search-input";
import { Select } from "@/ui/select";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("improvementActions"))("title") };
}

export default async function ImprovementActionsPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/improvement-actions">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "improvement-actions.manage");
  const search = await searchParams;
  const filters = actionListInput.parse(search);
  const [page, locations, dates, t] = await Promise.all([
    listImprovementActions(scope, filters),
    listLocationOptions(scope, { includeArchived: true }),
    getTimeTexts("UTC"),
    getTranslations("improvementActions"),
  ]);
  const path = `/o/${organization}/improvement-actions`;
  const tabHref = (tab: string) => (tab === "open" ? path : `${path}?tab=${tab}`);
  const isFiltered = filters.q !== "" || filters.location !== "";
  const add = (
    <LinkButton href={`${path}/new`} variant="primary" icon={<Plus aria-hidden className="size-4" />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      <ListFrame
        tabs={{
          label: t("title"),
          items: ACTION_TABS.map((tab) => ({
            href: tabHref(tab),
            label: t(`tabs.${tab}`),
            current: tab === filters.tab,
          })),
        }}
        filters={
          <FilterBar label={t("filter.label")} clearHref={isFiltered ? tabHref(filters.tab) : undefined}>
            <SearchInput label={t("filter.search")} placeholder={t("filter.search")} />
            <Select
              name="location"
              aria-label={t("fields.location")}
              defaultValue={filters.location}
              placeholder={t("filter.everywhere")}
              options={locations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FilterBar>
        }
        pagination={{
          page: page.page,
          pageSize: page.pageSize,
          total: page.total,
          href: (number) => searchHref(path, search, { page: number }),
        }}
      >
        {page.rows.length > 0 ? (
          <ActionTable rows={page.rows} path={path} day={dates.day} />
        ) : isFiltered ? (
          <NothingFound
            title={t("list.nothingFound")}
            text={t("list.nothingFoundText")}
            clearHref={tabHref(filters.tab)}
          />
        ) : filters.tab === "ended" ? (
          <EmptyState icon={<Sprout />} title={t("list.noneEnded")}>
            {t("list.noneEndedText")}
          </EmptyState>
        ) : (
          <EmptyState icon={<Sprout />} title={t("list.empty")} action={add}>
            {t("list.emptyText")}
          </EmptyState>
        )}
      </ListFrame>
    </>
  );
}
