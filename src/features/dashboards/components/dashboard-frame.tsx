import type { ReactNode } from "react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import type { Texts } from "@/features/dashboards/texts";
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
  /** A notice between the title and the filters. */
  banner?: ReactNode;
  children: ReactNode;
}) {
  const { t } = texts;
  const { period, previousPeriod, ignored } = dashboard;
  return (
    <>
      <PageHeader
        title={title}
        badge={badge}
        breadcrumbs={breadcrumbs}
        actions={actions}
        description={
          previousPeriod && hasFigures
            ? t("periodCompared", { period: texts.days(period), previous: texts.days(previousPeriod) })
            : texts.days(period)
        }
      />
      <Stack gap="large">
        {banner}
        <Stack gap="medium">
          <FilterControls dashboard={dashboard} texts={texts} hasFigures={hasFigures}>
            {filters}
          </FilterControls>
          <FilterChips dashboard={dashboard} texts={texts} />
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
        {children}
      </Stack>
    </>
  );
}
