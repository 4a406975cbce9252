import type { ReactNode } from "react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { dashboardHref } from "@/features/dashboards/dashboard-href";
import type { Texts } from "@/features/dashboards/make-texts";
import { DIMENSIONS } from "@/features/dashboards/schema";
import { Callout } from "@/ui/callout";
import { type Breadcrumb, PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";
import { FilterChips } from "./filter-chips";
import { FilterControls } from "./filter-controls";

/** The top of every dashboard: what it is about, which days it covers, and its filters. */
export function DashboardFrame({
  dashboard,
  texts,
  title,
  badge,
  breadcrumbs,
  actions,
  filters,
  hasFigures = true,
  hasMetrics = true,
  hasFilters = true,
  banner,
  children,
}: {
  dashboard: Dashboard;
  texts: Texts;
  title: string;
  badge?: ReactNode;
  breadcrumbs?: Breadcrumb[];
  actions?: ReactNode;
  /** Filters of this page only. */
  filters?: ReactNode;
  /** The page shows figures: of one metric, beside those of the previous period. */
  hasFigures?: boolean;
  /** The page can be narrowed to one metric, and follows it over time. */
  hasMetrics?: boolean;
  /** There is something to filter. */
  hasFilters?: boolean;
  /** A notice between the title and the filters. */
  banner?: ReactNode;
  children: ReactNode;
}) {
  const { t } = texts;
  const { ignored } = dashboard;
  return (
    <>
      <PageHeader
        title={title}
        badge={badge}
        breadcrumbs={breadcrumbs}
        actions={actions}
        description={hasFilters ? describePeriod(dashboard, texts, hasFigures) : undefined}
      />
      {banner}
      <Stack gap="large">
        {hasFilters && (
          <Stack gap="medium">
            <FilterControls
              dashboard={dashboard}
              texts={texts}
              hasFigures={hasFigures}
              hasMetrics={hasMetrics}
            >
              {filters}
            </FilterControls>
            <FilterChips
              dashboard={dashboard}
              dimensions={DIMENSIONS}
              hrefWith={(changed) => dashboardHref(dashboard, dashboard.pathname, { filters: changed })}
              texts={texts}
            />
            {ignored.length > 0 && (
              <Callout tone="warning">
                {t("ignored", {
                  count: ignored.length,
                  names: new Intl.ListFormat(texts.locale).format(
                    ignored.map((name) => t(`parameter.${name}`)),
                  ),
                })}
              </Callout>
            )}
          </Stack>
        )}
        {children}
      </Stack>
    </>
  );
}

function describePeriod({ period, previousPeriod }: Dashboard, texts: Texts, hasFigures: boolean): string {
  const days = texts.days(period);
  if (!previousPeriod || !hasFigures) return days;
  return texts.t("periodCompared", { period: days, previous: texts.days(previousPeriod) });
}
