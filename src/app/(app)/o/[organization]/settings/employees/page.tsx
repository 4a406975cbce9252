import { FileUp, MapPin, UsersRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddEmployeeButton, EmployeeEditor } from "@/features/people/components/employee-editor";
import { EmployeeList } from "@/features/people/components/employee-list";
import { locationSelectOptions } from "@/features/people/components/location-select-options";
import { listEmployees } from "@/features/people/queries/list-employees";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listTeamOptions } from "@/features/people/queries/list-team-options";
import { employeeListInput } from "@/features/people/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { LinkButton } from "@/ui/link-button";
import { ListFrame } from "@/ui/list-frame";
import { NothingFound } from "@/ui/nothing-found";
import { PageHeader } from "@/ui/page-header";
import { searchHref } from "@/ui/search-href";
import { SearchInput } from "@/ui/search-input";
import { Select } from "@/ui/select";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees"))("title") };
}

export default async function EmployeesSettingsPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/settings/employees">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "people.manage");
  const search = await searchParams;
  const input = employeeListInput.parse(search);
  const [employees, locations, teams, t] = await Promise.all([
    listEmployees(scope, input),
    listLocationOptions(scope),
    listTeamOptions(scope),
    getTranslations("employees"),
  ]);
  const path = `/o/${organization}/settings/employees`;
  const isFiltered = input.q !== "" || input.location !== "" || input.team !== "";
  const clearHref = searchHref(path, search, { q: null, location: null, team: null });
  const isEmpty = employees.total === 0 && !isFiltered && input.archived === "";
  const buttons = (
    <>
      <LinkButton
        href={`/o/${organization}/imports/new?kind=employees`}
        icon={<FileUp aria-hidden className="size-4" />}
      >
        {t("import")}
      </LinkButton>
      <AddEmployeeButton />
    </>
  );

  const empty = isFiltered ? (
    <NothingFound title={t("noneFound")} text={t("noneFoundText")} clearHref={clearHref} />
  ) : input.archived === "yes" ? (
    <EmptyState compact title={t("noneArchived")} />
  ) : locations.length === 0 ? (
    <EmptyState
      icon={<MapPin />}
      title={t("emptyNoLocation")}
      action={
        <LinkButton href={`/o/${organization}/settings/locations`} variant="primary">
          {t("addLocation")}
        </LinkButton>
      }
    >
      {t("emptyNoLocationText")}
    </EmptyState>
  ) : (
    <EmptyState icon={<UsersRound />} title={t("empty")} action={buttons}>
      {t("emptyText")}
    </EmptyState>
  );

  return (
    <ClientMessages namespaces={["employees"]}>
      <EmployeeEditor locations={locations} teams={teams} defaultLocationId={input.location || undefined}>
        <PageHeader
          title={t("title")}
          description={t("description")}
          actions={locations.length > 0 && buttons}
        />
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
              <FilterBar label={t("filters")} clearHref={isFiltered ? clearHref : undefined}>
                <SearchInput label={t("search")} className="sm:w-96" />
                <Field name="location" label={t("location")} hideLabel>
                  <Select
                    options={locationSelectOptions(locations)}
                    placeholder={t("everyLocation")}
                    defaultValue={input.location}
                    className="sm:w-48"
                  />
                </Field>
                {teams.length > 0 && (
                  <Field name="team" label={t("team")} hideLabel>
                    <Select
                      options={teams.map((team) => ({
                        value: team.id,
                        label: team.locationName ? `${team.name} (${team.locationName})` : team.name,
                      }))}
                      placeholder={t("everyTeam")}
                      defaultValue={input.team}
                      className="sm:w-48"
                    />
                  </Field>
                )}
              </FilterBar>
            )
          }
          pagination={{ ...employees, href: (page) => searchHref(path, search, { page }) }}
        >
          <EmployeeList employees={employees.rows} empty={empty} />
        </ListFrame>
      </EmployeeEditor>
    </ClientMessages>
  );
}
