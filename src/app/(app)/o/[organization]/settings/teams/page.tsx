import { UsersRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { locationSelectOptions } from "@/features/people/components/location-select-options";
import { AddTeamButton, TeamEditor } from "@/features/people/components/team-editor";
import { TeamList } from "@/features/people/components/team-list";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listTeams } from "@/features/people/queries/list-teams";
import { teamListInput } from "@/features/people/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { ListFrame } from "@/ui/list-frame";
import { NothingFound } from "@/ui/nothing-found";
import { PageHeader } from "@/ui/page-header";
import { searchHref } from "@/ui/search-href";
import { SearchInput } from "@/ui/search-input";
import { Select } from "@/ui/select";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teams"))("title") };
}

export default async function TeamsSettingsPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/settings/teams">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "people.manage");
  const search = await searchParams;
  const input = teamListInput.parse(search);
  const [teams, locations, t] = await Promise.all([
    listTeams(scope, input),
    listLocationOptions(scope),
    getTranslations("teams"),
  ]);
  const path = `/o/${organization}/settings/teams`;
  const isFiltered = input.q !== "" || input.location !== "";
  const clearHref = searchHref(path, search, { q: null, location: null });

  const isEmpty = teams.total === 0 && !isFiltered && input.archived === "";
  const empty = isFiltered ? (
    <NothingFound title={t("noneFound")} text={t("noneFoundText")} clearHref={clearHref} />
  ) : input.archived === "yes" ? (
    <EmptyState compact title={t("noneArchived")} />
  ) : (
    <EmptyState icon={<UsersRound />} title={t("empty")} action={<AddTeamButton />}>
      {t("emptyText")}
    </EmptyState>
  );

  return (
    <ClientMessages namespaces={["teams"]}>
      <TeamEditor locations={locations} seesEverything={scope.locationIds === null}>
        <PageHeader title={t("title")} description={t("description")} actions={<AddTeamButton />} />
        <ListFrame
          tabs={{
            label: t("tabs.label"),
            items: [
              { href: path, label: t("tabs.active"), current: input.archived !== "yes" },
              { href: `${path}?archived=yes`, label: t("tabs.archived"), current: input.archived === "yes" },
            ],
          }}
          filters={
            !isEmpty && (
              <FilterBar label={t("search")} clearHref={isFiltered ? clearHref : undefined}>
                <SearchInput label={t("search")} />
                <Field name="location" label={t("location")} hideLabel>
                  <Select
                    options={locationSelectOptions(locations)}
                    placeholder={t("everyLocation")}
                    defaultValue={input.location}
                    className="sm:w-52"
                  />
                </Field>
              </FilterBar>
            )
          }
          pagination={{ ...teams, href: (page) => searchHref(path, search, { page }) }}
        >
          <TeamList teams={teams.rows} seesEverything={scope.locationIds === null} empty={empty} />
        </ListFrame>
      </TeamEditor>
    </ClientMessages>
  );
}
