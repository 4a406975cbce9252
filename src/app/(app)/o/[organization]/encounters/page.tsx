import { Handshake, Plus, Upload } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EncounterFilters } from "@/features/encounters/components/encounter-filters";
import { EncounterTable } from "@/features/encounters/components/encounter-table";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { listEncounters } from "@/features/encounters/queries/list-encounters";
import { encounterListInput } from "@/features/encounters/schema";
import { listEmployeeOptions } from "@/features/people/queries/list-employee-options";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { hasPermission } from "@/server/permissions";
import { requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { ListFrame } from "@/ui/list-frame";
import { NothingFound } from "@/ui/nothing-found";
import { PageHeader } from "@/ui/page-header";
import { searchHref } from "@/ui/search-href";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("encounters"))("title") };
}

export default async function EncountersPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/encounters">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "encounters.read");
  const search = await searchParams;
  const filters = encounterListInput.parse(search);
  const isEmployee = scope.role === "employee";
  const everything = { includeArchived: true };
  const [page, touchpoints, encounterTypes, employees, locations, times, t] = await Promise.all([
    listEncounters(scope, filters),
    listTouchpointOptions(scope, everything),
    listEncounterTypeOptions(scope, everything),
    isEmployee ? [] : listEmployeeOptions(scope, everything),
    isEmployee ? [] : listLocationOptions(scope, everything),
    getTimeTexts(scope.timeZone),
    getTranslations("encounters"),
  ]);
  const path = `/o/${organization}/encounters`;
  const { page: _, ...conditions } = filters;
  const isFiltered = Object.values(conditions).some((value) => value !== "");
  const recordButton = (
    <LinkButton href={`${path}/new`} variant="primary" icon={<Plus aria-hidden className="size-4" />}>
      {t("record")}
    </LinkButton>
  );
  const importButton = hasPermission(scope.role, "encounters.import") && (
    <LinkButton
      href={`/o/${organization}/imports/new?kind=encounters`}
      icon={<Upload aria-hidden className="size-4" />}
    >
      {t("import")}
    </LinkButton>
  );

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(isEmployee ? "ownDescription" : "description")}
        actions={
          <>
            {importButton}
            {recordButton}
          </>
        }
      />
      <ListFrame
        filters={
          <EncounterFilters
            filters={filters}
            choices={{ touchpoints, encounterTypes, employees, locations }}
            clearHref={isFiltered ? path : undefined}
          />
        }
        pagination={{
          page: page.page,
          pageSize: page.pageSize,
          total: page.total,
          href: (number) => searchHref(path, search, { page: number }),
        }}
      >
        {page.rows.length > 0 ? (
          <EncounterTable rows={page.rows} path={path} times={times} withEmployee={!isEmployee} />
        ) : isFiltered ? (
          <NothingFound title={t("list.nothingFound")} text={t("list.nothingFoundText")} clearHref={path} />
        ) : (
          <EmptyState
            icon={<Handshake />}
            title={t("list.empty")}
            action={
              <>
                {importButton}
                {recordButton}
              </>
            }
          >
            {t(isEmployee ? "list.ownEmptyText" : "list.emptyText")}
          </EmptyState>
        )}
      </ListFrame>
    </>
  );
}
