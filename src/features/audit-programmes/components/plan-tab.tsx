import { getTranslations } from "next-intl/server";
import { listAuditForms } from "@/features/audit-forms/queries/list-audit-forms";
import { locationSelectOptions } from "@/features/people/components/location-select-options";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listTeamOptions } from "@/features/people/queries/list-team-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import type { Scope } from "@/server/scope";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { FilterBar } from "@/ui/filter-bar";
import { Pagination } from "@/ui/pagination";
import { searchHref } from "@/ui/search-href";
import { Select } from "@/ui/select";
import { Stack } from "@/ui/stack";
import type { ProgrammeDetails } from "../queries/get-programme";
import { listProgrammeAssignments } from "../queries/list-programme-assignments";
import { listTargets } from "../queries/list-targets";
import { ASSIGNMENT_STATES, type AssignmentState } from "../schema";
import { addDays, dayOf, isoDay } from "../windows";
import { AssignForm } from "./assign-form";
import { AssignmentsCard } from "./assignments-card";
import type { PlaceChoices } from "./target-form";
import { TargetsCard } from "./targets-card";

export type PlanFilter = { state?: AssignmentState; locationId?: string; page: number };

/** How many days a visit is given unless somebody says otherwise. */
const USUAL_WINDOW_DAYS = 7;

/** Targets, giving visits, and the visits given. */
export async function PlanTab({
  scope,
  programme,
  path,
  search,
  filter,
}: {
  scope: Scope;
  programme: ProgrammeDetails;
  path: string;
  search: Record<string, string | string[] | undefined>;
  filter: PlanFilter;
}) {
  const t = await getTranslations("programmes");
  const choices = await listPlaces(scope, programme);
  const assignments = await listProgrammeAssignments(scope, programme.id, filter);
  const isFiltered = Boolean(filter.state || filter.locationId);
  const slug = path.split("/")[2] ?? "";
  return (
    <Stack gap="large">
      <TargetsCard
        programmeId={programme.id}
        targets={await listTargets(scope, programme.id)}
        choices={programme.status === "ended" ? null : choices}
      />
      {programme.status === "active" ? (
        <Card title={t("assign.title")} description={t("assign.description")}>
          <AssignForm programmeId={programme.id} {...choices} {...describeDays(scope, programme)} />
        </Card>
      ) : (
        programme.status === "draft" && <Callout>{t("assign.draft")}</Callout>
      )}
      <FilterBar label={t("visits.filter")} clearHref={isFiltered ? `${path}?tab=plan` : undefined}>
        <Select
          name="state"
          aria-label={t("list.status")}
          defaultValue={filter.state ?? ""}
          placeholder={t("visits.everyState")}
          options={ASSIGNMENT_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        />
        <Select
          name="location"
          aria-label={t("board.location")}
          defaultValue={filter.locationId ?? ""}
          placeholder={t("visits.everyLocation")}
          options={choices.locations}
        />
      </FilterBar>
      <AssignmentsCard
        assignments={assignments}
        slug={slug}
        timeZone={scope.timeZone}
        isFiltered={isFiltered}
      />
      <Pagination
        page={assignments.page}
        pageSize={assignments.pageSize}
        total={assignments.total}
        href={(page) => searchHref(path, search, { page: String(page) })}
      />
    </Stack>
  );
}

/** Where visits of the programme can be made: touchpoints only those of its form. */
async function listPlaces(scope: Scope, { form }: ProgrammeDetails): Promise<PlaceChoices> {
  const [locations, touchpoints, teams, forms] = await Promise.all([
    listLocationOptions(scope),
    listTouchpointOptions(scope),
    listTeamOptions(scope),
    listAuditForms(scope, { includeArchived: true }),
  ]);
  const bound = forms.find(({ id }) => id === form.id)?.touchpointIds ?? [];
  return {
    locations: locationSelectOptions(locations),
    touchpoints: touchpoints
      .filter(({ id }) => bound.length === 0 || bound.includes(id))
      .map(({ id, name }) => ({ value: id, label: name })),
    teams: teams.map(({ id, name, locationId }) => ({ value: id, label: name, locationId })),
  };
}

function describeDays(scope: Scope, programme: ProgrammeDetails) {
  const period = { startsOn: isoDay(programme.startsOn), endsOn: isoDay(programme.endsOn) };
  const today = dayOf(scope.now, scope.timeZone);
  const [, firstDay = today] = [today, period.startsOn].sort();
  const week = addDays(firstDay, USUAL_WINDOW_DAYS - 1);
  const [lastDay = firstDay] = [week, period.endsOn].sort();
  return { period, window: { firstDay, lastDay } };
}
