import { searchDashboardEmployeesAction } from "@/features/dashboards/actions";
import { hasChoice, listDimensionValues } from "@/features/dashboards/choices";
import type { Dashboard } from "@/features/dashboards/dashboard";
import type { Texts } from "@/features/dashboards/make-texts";
import { DIMENSIONS, type Dimension } from "@/features/dashboards/schema";
import { Combobox } from "@/ui/combobox";
import { Field } from "@/ui/field";
import { Select, type SelectProps } from "@/ui/select";

/** A page with filters, whatever it counts. */
type FilteredPage = Pick<Dashboard, "choices" | "parameters">;

/** Longer lists are searched by typing. */
const LONGEST_SELECT = 40;

/** The dimensions there is a choice in, without the one that the page is about. */
export function listOfferedDimensions({ choices, fixed }: Pick<Dashboard, "choices" | "fixed">): Dimension[] {
  return DIMENSIONS.filter((dimension) => fixed[dimension] === undefined && hasChoice(choices, dimension));
}

/** One filter: all, or one of the values there are. */
export function DimensionField({
  dashboard,
  dimension,
  texts,
}: {
  dashboard: FilteredPage;
  dimension: Dimension;
  texts: Texts;
}) {
  const { t } = texts;
  const selected = dashboard.parameters.filters[dimension];
  const options = listDimensionValues(dashboard.choices, dimension).map((value) => ({
    value,
    label: `${indentOf(dashboard, dimension, value)}${texts.nameOf(dashboard, dimension, value)}`,
  }));
  const chosen = options.find(({ value }) => value === selected);
  const isSearched = dimension === "employee" && !dashboard.choices.hasAllEmployees;
  return (
    <Field name={dimension} label={t(`dimension.${dimension}`)}>
      {isSearched ? (
        <Combobox
          search={searchDashboardEmployeesAction}
          selected={chosen ?? null}
          placeholder={t(`filter.all.${dimension}`)}
        />
      ) : options.length > LONGEST_SELECT ? (
        <Combobox options={options} selected={chosen ?? null} placeholder={t(`filter.all.${dimension}`)} />
      ) : (
        <Select
          defaultValue={selected ?? ""}
          placeholder={t(`filter.all.${dimension}`)}
          options={dimension === "touchpoint" ? groupByStage(dashboard, options, texts) : options}
        />
      )}
    </Field>
  );
}

/** Locations are indented by their depth in the tree: choosing one includes those below it. */
function indentOf({ choices }: FilteredPage, dimension: Dimension, value: string): string {
  if (dimension !== "location") return "";
  return "\u2003".repeat(choices.locations.find(({ id }) => id === value)?.depth ?? 0);
}

function groupByStage(
  { choices }: FilteredPage,
  options: { value: string; label: string }[],
  { common }: Texts,
): NonNullable<SelectProps["options"]> {
  const stages = new Map(choices.touchpoints.map(({ id, stage }) => [id, stage]));
  return [...new Set(choices.touchpoints.map(({ stage }) => stage))].map((stage) => ({
    label: common(`stage.${stage}`),
    options: options.filter(({ value }) => stages.get(value) === stage),
  }));
}
