import { getTranslations } from "next-intl/server";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listTeamOptions } from "@/features/people/queries/list-team-options";
import type { Scope } from "@/server/scope";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { EmptyState } from "@/ui/empty-state";
import { Field, FieldGroup } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { SearchInput } from "@/ui/search-input";
import { Select } from "@/ui/select";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { addSubjectsAction } from "../actions";
import type { CycleDetails } from "../queries/get-cycle";
import { listManagerChoices } from "../queries/list-manager-choices";
import { listSubjectChoices, MOST_CHOICES, type SubjectChoiceFilter } from "../queries/list-subject-choices";
import { takesPeople } from "../rules";
import { CheckAll } from "./check-all";

const KINDS = ["employee", "team", "location"] as const;

/** Adds employees, teams or locations to a cycle, found by place or name, many at once. */
export async function AddTab({
  scope,
  cycle,
  path,
  filter,
}: {
  scope: Scope;
  cycle: CycleDetails;
  path: string;
  filter: SubjectChoiceFilter;
}) {
  const t = await getTranslations("evaluationCycles");
  if (!takesPeople(cycle.status)) return <Callout tone="info">{t("add.closed")}</Callout>;
  const [locations, teams, managers, { rows, total }] = await Promise.all([
    listLocationOptions(scope),
    listTeamOptions(scope),
    listManagerChoices(scope),
    listSubjectChoices(scope, cycle.id, filter),
  ]);
  const { kind, locationId, teamId, q } = filter;
  const isFiltered = Boolean(locationId || teamId || q);
  return (
    <Card title={t("add.title")} description={t("add.description")}>
      <FilterBar label={t("add.filter")} clearHref={isFiltered ? `${path}?tab=add&kind=${kind}` : undefined}>
        <Select
          name="kind"
          aria-label={t("add.kind")}
          defaultValue={kind}
          options={KINDS.map((value) => ({ value, label: t(`kindsMany.${value}`) }))}
        />
        {kind !== "location" && (
          <Select
            name="location"
            aria-label={t("add.location")}
            defaultValue={locationId ?? ""}
            options={[
              { value: "", label: t("add.anyLocation") },
              ...locations.map(({ id, name, depth }) => ({
                value: id,
                label: "\u2003".repeat(depth) + name,
              })),
            ]}
          />
        )}
        {kind === "employee" && (
          <Select
            name="team"
            aria-label={t("add.team")}
            defaultValue={teamId ?? ""}
            options={[
              { value: "", label: t("add.anyTeam") },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <SearchInput label={t("add.search")} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? "add.notFound" : "add.everybody")} compact />
      ) : (
        <ActionForm
          // Chosen among others than before: begins anew.
          key={[kind, locationId, teamId, q].join(" ")}
          action={addSubjectsAction}
          successMessage={t("add.done")}
          resetOnSuccess
          className="mt-4"
        >
          <input type="hidden" name="cycleId" value={cycle.id} />
          <input type="hidden" name="kind" value={kind} />
          <FieldGroup
            name="subjects"
            label={t("add.found", { count: total })}
            hint={total > MOST_CHOICES ? t("add.more", { shown: MOST_CHOICES }) : undefined}
          >
            <CheckAll name="subjects[]" label={t("add.all", { count: rows.length })} />
            <ul className="relative grid max-h-96 gap-x-6 overflow-y-auto rounded-lg border border-line px-3.5 py-1.5 sm:grid-cols-2">
              {rows.map(({ id, name, place }) => (
                <li key={id}>
                  <Checkbox name="subjects[]" value={id} label={name} hint={place ?? undefined} />
                </li>
              ))}
            </ul>
          </FieldGroup>
          <Field
            name="managerMemberId"
            label={t("managers.label")}
            hint={t("add.managerHint")}
            optional
            className="max-w-96"
          >
            <Select
              options={managers.map(({ memberId, name }) => ({ value: memberId, label: name }))}
              placeholder={t("add.likelyManager")}
              defaultValue=""
            />
          </Field>
          <Row>
            <SubmitButton>{t("add.submit")}</SubmitButton>
          </Row>
        </ActionForm>
      )}
    </Card>
  );
}
