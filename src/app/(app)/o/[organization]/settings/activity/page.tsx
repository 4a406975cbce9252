import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ActivitySentence } from "@/features/organizations/components/activity-sentence";
import { listActivity } from "@/features/organizations/queries/list-activity";
import { listMemberNames } from "@/features/organizations/queries/list-member-names";
import { ACTIVITY_GROUPS, type ActivityGroup, activityListInput } from "@/features/organizations/schema";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { DateInput } from "@/ui/date-input";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { Moment } from "@/ui/moment";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { searchHref } from "@/ui/search-href";
import { Select } from "@/ui/select";
import { Stack } from "@/ui/stack";
import { Table } from "@/ui/table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity"))("title") };
}

export default async function ActivityPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/settings/activity">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "activity.read");
  const search = await searchParams;
  const input = activityListInput.parse(search);
  const [activity, people, t, format] = await Promise.all([
    listActivity(scope, input),
    listMemberNames(scope),
    getTranslations("activity"),
    getFormatter(),
  ]);
  const path = `/o/${organization}/settings/activity`;
  const isFiltered = Boolean(input.group || input.person || input.from || input.to);
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { timeZone: scope.timeZone })} />
      <Stack gap="medium">
        <FilterBar label={t("filter.label")} clearHref={isFiltered ? path : undefined}>
          <Field name="group" label={t("filter.group")} className="w-full sm:w-48">
            <Select
              defaultValue={input.group ?? ""}
              options={[
                { value: "", label: t("filter.everything") },
                ...(Object.keys(ACTIVITY_GROUPS) as ActivityGroup[]).map((group) => ({
                  value: group,
                  label: t(`groups.${group}`),
                })),
              ]}
            />
          </Field>
          <Field name="person" label={t("filter.person")} className="w-full sm:w-56">
            <Select
              defaultValue={input.person ?? ""}
              options={[
                { value: "", label: t("filter.everybody") },
                ...people.map(({ userId, name }) => ({ value: userId, label: name })),
              ]}
            />
          </Field>
          <Field name="from" label={t("filter.from")} className="flex-1 sm:w-40 sm:flex-none">
            <DateInput defaultValue={input.from ?? ""} max={input.to} />
          </Field>
          <Field name="to" label={t("filter.to")} className="flex-1 sm:w-40 sm:flex-none">
            <DateInput defaultValue={input.to ?? ""} min={input.from} />
          </Field>
        </FilterBar>
        <Card
          flush
          footer={
            activity.total > activity.pageSize && (
              <Pagination
                {...activity}
                href={(page) => searchHref(path, search, { page: page > 1 ? String(page) : null })}
              />
            )
          }
        >
          <Table
            caption={t("title")}
            rows={activity.rows}
            rowKey={(row) => row.id}
            onPhone="cards"
            columns={[
              {
                key: "what",
                header: t("what"),
                rowHeader: true,
                cell: (row) => <ActivitySentence row={row} />,
              },
              { key: "who", header: t("who"), cell: (row) => row.userName ?? t("system") },
              {
                key: "when",
                header: t("when"),
                width: "12rem",
                cell: (row) => (
                  <Moment
                    iso={row.occurredAt.toISOString()}
                    text={format.dateTime(row.occurredAt, {
                      dateStyle: "medium",
                      timeStyle: "short",
                      timeZone: scope.timeZone,
                    })}
                  />
                ),
              },
            ]}
            empty={
              <EmptyState compact icon={<ScrollText />} title={isFiltered ? t("noMatch") : t("none")}>
                {isFiltered ? t("noMatchText") : t("noneText")}
              </EmptyState>
            }
          />
        </Card>
      </Stack>
    </>
  );
}
