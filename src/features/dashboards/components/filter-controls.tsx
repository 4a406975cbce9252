import type { ReactNode } from "react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import type { Texts } from "@/features/dashboards/make-texts";
import { lastDayOf, PERIOD_PRESETS } from "@/features/dashboards/periods";
import { DEFAULT_PERIOD } from "@/features/dashboards/schema";
import { Field, FieldGroup } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { SegmentedControl } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { DimensionField, listOfferedDimensions } from "./dimension-field";
import { IntervalField, MoreFilters } from "./more-filters";
import { PeriodFields } from "./period-fields";

/** The filters of a dashboard: period, comparison and metric at hand, the rest behind a button. */
export function FilterControls({
  dashboard,
  texts,
  hasFigures = true,
  hasMetrics = true,
  children,
}: {
  dashboard: Dashboard;
  texts: Texts;
  /** Without figures nothing is compared, and all metrics can stand side by side. */
  hasFigures?: boolean;
  /** The page can be narrowed to one metric, and follows it over time. */
  hasMetrics?: boolean;
  /** Filters of one page only. */
  children?: ReactNode;
}) {
  const { t } = texts;
  const { parameters, period, metrics, metric } = dashboard;
  const isEmployee = dashboard.scope.role === "employee";
  const offered = listOfferedDimensions(dashboard);
  const active = offered.filter((dimension) => parameters.filters[dimension] !== undefined).length;

  return (
    <FilterBar label={t("filter.label")}>
      <PeriodFields
        label={t("filter.period")}
        fromLabel={t("filter.from")}
        toLabel={t("filter.to")}
        options={[...PERIOD_PRESETS, ...(isEmployee ? [] : (["custom"] as const))].map((preset) => ({
          value: preset === DEFAULT_PERIOD ? "" : preset,
          label: t(`period.${preset}`),
        }))}
        selected={
          typeof parameters.period === "object"
            ? "custom"
            : parameters.period === DEFAULT_PERIOD
              ? ""
              : parameters.period
        }
        from={period.firstDay}
        to={lastDayOf(period)}
        today={dashboard.today}
      />
      {hasFigures && (
        <Field name="compare" label={t("filter.compare")} className="w-full sm:w-52">
          <Select
            defaultValue={parameters.isCompared ? "" : "none"}
            options={[
              { value: "", label: t("compare.previous") },
              { value: "none", label: t("compare.none") },
            ]}
          />
        </Field>
      )}
      {hasMetrics && metrics.length > 1 && (
        <FieldGroup name="metric" label={t("filter.metric")}>
          <SegmentedControl
            defaultValue={hasFigures ? metric : (parameters.metric ?? "")}
            choices={[
              ...(hasFigures ? [] : [{ value: "", label: t("filter.allMetrics") }]),
              ...metrics.map((one) => ({ value: one, label: texts.metric(one) })),
            ]}
          />
        </FieldGroup>
      )}
      {children}
      <MoreFilters active={active} texts={texts} isWide>
        {offered.map((dimension) => (
          <DimensionField key={dimension} dashboard={dashboard} dimension={dimension} texts={texts} />
        ))}
        {hasMetrics && <IntervalField parameters={parameters} texts={texts} />}
      </MoreFilters>
    </FilterBar>
  );
}
