import { useTranslations } from "next-intl";
import type { EmployeeOption, LocationOption } from "@/features/people/schema";
import { CHANNELS, type EncounterTypeOption, type TouchpointOption } from "@/features/touchpoints/schema";
import { Combobox } from "@/ui/combobox";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { SearchInput } from "@/ui/search-input";
import { Select } from "@/ui/select";
import { type EncounterListInput, LIST_STATES, NO_INVITATION_REASONS, PERIODS } from "../schema";

export type FilterChoices = {
  touchpoints: TouchpointOption[];
  encounterTypes: EncounterTypeOption[];
  /** Empty for an employee, who sees only the own encounters. */
  employees: EmployeeOption[];
  locations: LocationOption[];
};

/** The list's filters; the less common ones are folded away until one of them is set. */
export function EncounterFilters({
  filters,
  choices,
  clearHref,
}: {
  filters: EncounterListInput;
  choices: FilterChoices;
  clearHref?: string;
}) {
  const t = useTranslations("encounters.filters");
  const encounters = useTranslations("encounters");
  const common = useTranslations("common");
  const any = (label: string) => ({ value: "", label });
  const named = (option: { id: string; name: string; isArchived: boolean }) => ({
    value: option.id,
    label: option.isArchived ? t("archived", { name: option.name }) : option.name,
  });
  const employee = choices.employees.find((option) => option.id === filters.employee);
  const isMoreOpen = Boolean(filters.location || filters.type || filters.channel);

  return (
    <FilterBar label={t("label")} clearHref={clearHref}>
      <SearchInput label={t("search")} />
      <Field name="period" label={t("period")} className="w-full sm:w-44">
        <Select
          defaultValue={filters.period}
          options={[
            any(encounters("periods.any")),
            ...PERIODS.map((value) => ({ value, label: encounters(`periods.${value}`) })),
          ]}
        />
      </Field>
      {filters.period === "custom" && (
        <>
          <Field name="from" label={t("from")} className="flex-1 sm:w-40 sm:flex-none">
            <DateInput defaultValue={filters.from} max={filters.to || undefined} />
          </Field>
          <Field name="to" label={t("to")} className="flex-1 sm:w-40 sm:flex-none">
            <DateInput defaultValue={filters.to} min={filters.from || undefined} />
          </Field>
        </>
      )}
      <Field name="state" label={t("state")} className="w-full sm:w-52">
        <Select
          defaultValue={filters.state}
          options={[
            any(t("everyState")),
            {
              label: t("states"),
              options: LIST_STATES.map((value) => ({ value, label: encounters(`states.${value}`) })),
            },
            {
              label: t("reasons"),
              options: NO_INVITATION_REASONS.map((reason) => ({
                value: `reason.${reason}`,
                label: encounters(`reasons.${reason}`),
              })),
            },
          ]}
        />
      </Field>
      <Field name="touchpoint" label={t("touchpoint")} className="w-full sm:w-52">
        <Select
          defaultValue={filters.touchpoint}
          options={[any(t("everyTouchpoint")), ...choices.touchpoints.map(named)]}
        />
      </Field>
      {choices.employees.length > 0 && (
        <Field name="employee" label={t("employee")} className="w-full sm:w-52">
          <Combobox
            options={choices.employees.map((option) => ({ ...named(option), detail: option.locationName }))}
            selected={employee ? named(employee) : null}
            placeholder={t("everyEmployee")}
          />
        </Field>
      )}
      <details open={isMoreOpen} className="group w-full open:order-last sm:w-auto sm:open:w-full">
        <summary className="control-height inline-flex cursor-pointer items-center rounded-md px-2 font-medium text-muted hover:text-ink">
          {t("more")}
        </summary>
        <div className="flex flex-wrap items-end gap-3 pt-1">
          {choices.locations.length > 1 && (
            <Field name="location" label={t("location")} className="w-full sm:w-52">
              <Select
                defaultValue={filters.location}
                options={[any(t("everyLocation")), ...choices.locations.map(named)]}
              />
            </Field>
          )}
          <Field name="type" label={t("type")} className="w-full sm:w-52">
            <Select
              defaultValue={filters.type}
              options={[any(t("everyType")), ...choices.encounterTypes.map(named)]}
            />
          </Field>
          <Field name="channel" label={t("channel")} className="w-full sm:w-44">
            <Select
              defaultValue={filters.channel}
              options={[
                any(t("everyChannel")),
                ...CHANNELS.map((value) => ({ value, label: common(`channel.${value}`) })),
              ]}
            />
          </Field>
        </div>
      </details>
    </FilterBar>
  );
}
