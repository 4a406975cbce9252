import type { ReactNode } from "react";
import type { AuditedForm } from "@/features/audit-results/queries/list-audited-forms";
import {
  AUDIT_FILTERS,
  AUDIT_PERIOD,
  type AuditDashboard,
} from "@/features/dashboards/audits/audit-dashboard";
import { auditHref } from "@/features/dashboards/audits/audit-href";
import { hasChoice } from "@/features/dashboards/choices";
import type { Texts } from "@/features/dashboards/make-texts";
import { lastDayOf, PERIOD_PRESETS } from "@/features/dashboards/periods";
import { hasPermission } from "@/server/permissions";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { PageHeader } from "@/ui/page-header";
import { Select } from "@/ui/select";
import { Stack } from "@/ui/stack";
import { Tabs } from "@/ui/tabs";
import { DimensionField } from "../dimension-field";
import { FilterChips } from "../filter-chips";
import { IntervalField, MoreFilters } from "../more-filters";
import { PeriodFields } from "../period-fields";

/** The top of every page of audit results: tabs, which days it covers, and its filters. */
export function AuditFrame({
  dashboard,
  texts,
  title,
  description,
  shownForm,
  hasTrend = false,
  children,
}: {
  dashboard: AuditDashboard;
  texts: Texts;
  title: string;
  description: string;
  /** The one form a page of items is about, chosen or not. */
  shownForm?: AuditedForm | null;
  hasTrend?: boolean;
  children: ReactNode;
}) {
  const { audits } = texts;
  const { ignored } = dashboard;
  return (
    <>
      <PageHeader title={title} description={`${description} ${texts.days(dashboard.period)}.`} />
      <Stack gap="large">
        <AuditTabs dashboard={dashboard} texts={texts} />
        <Stack gap="medium">
          <Filters dashboard={dashboard} texts={texts} shownForm={shownForm} hasTrend={hasTrend} />
          <FilterChips
            dashboard={dashboard}
            dimensions={AUDIT_FILTERS}
            hrefWith={(filters) => auditHref(dashboard, dashboard.pathname, { filters })}
            texts={texts}
          />
          {ignored.length > 0 && (
            <Callout tone="warning">
              {texts.t("ignored", {
                count: ignored.length,
                names: new Intl.ListFormat(texts.locale).format(
                  ignored.map((name) =>
                    name === "form" ? audits("filter.formName") : texts.t(`parameter.${name}`),
                  ),
                ),
              })}
            </Callout>
          )}
        </Stack>
        {children}
      </Stack>
    </>
  );
}

function AuditTabs({ dashboard, texts }: { dashboard: AuditDashboard; texts: Texts }) {
  const { audits } = texts;
  const { scope, slug, pathname } = dashboard;
  // A consultant has one page of it.
  if (!hasPermission(scope.role, "audit-results.read")) return null;
  const base = `/o/${slug}/audit-results`;
  const items = [
    { path: "", label: audits("tab.mystery") },
    { path: "/items", label: audits("tab.items") },
    { path: "/consultants", label: audits("tab.consultants") },
    { path: "/observation", label: audits("tab.observation") },
  ];
  return (
    <Tabs
      label={audits("tab.label")}
      items={items.map(({ path, label }) => ({
        href: auditHref(dashboard, `${base}${path}`),
        label,
        current: pathname === `${base}${path}`,
      }))}
    />
  );
}

function Filters({
  dashboard,
  texts,
  shownForm,
  hasTrend,
}: {
  dashboard: AuditDashboard;
  texts: Texts;
  shownForm: AuditedForm | null | undefined;
  hasTrend: boolean;
}) {
  const { t, audits } = texts;
  const { scope, parameters, period, choices, forms } = dashboard;
  const offered =
    scope.role === "consultant" ? [] : AUDIT_FILTERS.filter((dimension) => hasChoice(choices, dimension));
  const active = offered.filter((dimension) => parameters.filters[dimension] !== undefined).length;
  const selected = typeof parameters.period === "object" ? "custom" : parameters.period;
  const isOfOneForm = shownForm !== undefined;
  return (
    <FilterBar label={t("filter.label")}>
      <PeriodFields
        label={t("filter.period")}
        fromLabel={t("filter.from")}
        toLabel={t("filter.to")}
        options={[...PERIOD_PRESETS, "custom" as const].map((preset) => ({
          value: preset === AUDIT_PERIOD ? "" : preset,
          label: t(`period.${preset}`),
        }))}
        selected={selected === AUDIT_PERIOD ? "" : selected}
        from={period.firstDay}
        to={lastDayOf(period)}
        today={dashboard.today}
      />
      {forms.length > 1 && (
        <Field name="form" label={audits("filter.form")} className="w-full sm:w-72">
          <Select
            defaultValue={(isOfOneForm ? shownForm?.id : dashboard.form) ?? ""}
            options={[
              ...(isOfOneForm ? [] : [{ value: "", label: audits("filter.allForms") }]),
              ...forms.map(({ id, name, visits }) => ({
                value: id,
                label: audits("filter.formOption", { name, visits }),
              })),
            ]}
          />
        </Field>
      )}
      {(offered.length > 0 || hasTrend) && (
        <MoreFilters active={active} texts={texts}>
          {offered.map((dimension) => (
            <DimensionField key={dimension} dashboard={dashboard} dimension={dimension} texts={texts} />
          ))}
          {hasTrend && <IntervalField parameters={parameters} texts={texts} />}
        </MoreFilters>
      )}
    </FilterBar>
  );
}
