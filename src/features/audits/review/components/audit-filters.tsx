import { useTranslations } from "next-intl";
import type { LocationOption } from "@/features/people/schema";
import type { TouchpointOption } from "@/features/touchpoints/schema";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { Select } from "@/ui/select";
import type { AuditListInput } from "../schema";

export type AuditFilterChoices = { locations: LocationOption[]; touchpoints: TouchpointOption[] };

/** The list's filters; a choice of one is none. */
export function AuditFilters({
  filters,
  choices,
  clearHref,
}: {
  filters: AuditListInput;
  choices: AuditFilterChoices;
  clearHref?: string;
}) {
  const t = useTranslations("auditReview");
  const any = (label: string) => ({ value: "", label });
  const options = (things: { id: string; name: string }[]) =>
    things.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterBar label={t("filters.label")} clearHref={clearHref}>
      <Field name="kind" label={t("filters.kind")} className="w-full sm:w-48">
        <Select
          defaultValue={filters.kind}
          options={[
            any(t("filters.everyKind")),
            { value: "mystery", label: t("kind.mystery") },
            { value: "observation", label: t("kind.observation") },
          ]}
        />
      </Field>
      {choices.locations.length > 1 && (
        <Field name="location" label={t("filters.location")} className="w-full sm:w-52">
          <Select
            defaultValue={filters.location}
            options={[any(t("filters.everyLocation")), ...options(choices.locations)]}
          />
        </Field>
      )}
      {choices.touchpoints.length > 1 && (
        <Field name="touchpoint" label={t("filters.touchpoint")} className="w-full sm:w-52">
          <Select
            defaultValue={filters.touchpoint}
            options={[any(t("filters.everyTouchpoint")), ...options(choices.touchpoints)]}
          />
        </Field>
      )}
      {filters.tab === "published" && (
        <Field name="appealed" label={t("filters.appeals")} className="w-full sm:w-52">
          <Select
            defaultValue={filters.appealed ? "true" : ""}
            options={[any(t("filters.everyAppeal")), { value: "true", label: t("filters.openAppeals") }]}
          />
        </Field>
      )}
    </FilterBar>
  );
}
