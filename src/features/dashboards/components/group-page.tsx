import type { Dashboard } from "@/features/dashboards/dashboard";
import { ROWS_PER_PAGE } from "@/features/dashboards/figures/sorted-groups";
import { getTexts } from "@/features/dashboards/texts";
import { SearchInput } from "@/ui/search-input";
import { ChartCardSkeleton, TableCardSkeleton } from "./card-skeletons";
import { DashboardFrame } from "./dashboard-frame";
import { EmployeePlotCard } from "./employee-plot-card";
import { FigureBoundary } from "./figure-boundary";
import { figureKey } from "./figure-keys";
import { GroupTableCard } from "./group-table-card";
import { HeadlineCards, HeadlineSkeleton } from "./headline-cards";
import { HeadlinesDownload } from "./headlines-download";
import { InvitingCard } from "./inviting-card";

/** Fewer rows are found faster by looking. */
const LONGEST_UNSEARCHED = 20;

/** All touchpoints, employees or locations in one table that can be sorted. */
export async function GroupPage({
  dashboard,
  dimension,
}: {
  dashboard: Dashboard;
  dimension: "touchpoint" | "employee" | "location";
}) {
  const texts = await getTexts();
  const { t } = texts;
  const key = figureKey(dashboard);
  const { choices, parameters } = dashboard;
  const list = { touchpoint: choices.touchpoints, employee: choices.employees, location: choices.locations };
  const isLong =
    (dimension === "employee" && !choices.hasAllEmployees) || list[dimension].length > LONGEST_UNSEARCHED;
  const rows = isLong ? ROWS_PER_PAGE : list[dimension].length;
  return (
    <DashboardFrame
      dashboard={dashboard}
      texts={texts}
      title={t(`groups.title.${dimension}`)}
      actions={<HeadlinesDownload dashboard={dashboard} texts={texts} />}
      filters={(isLong || parameters.query !== "") && <SearchInput label={t(`groups.search.${dimension}`)} />}
    >
      <FigureBoundary name={key} fallback={<HeadlineSkeleton count={dashboard.metrics.length + 1} />}>
        <HeadlineCards dashboard={dashboard} />
      </FigureBoundary>
      <FigureBoundary name={key} fallback={<TableCardSkeleton rows={Math.max(1, rows)} />}>
        <GroupTableCard
          dashboard={dashboard}
          dimension={dimension}
          title={t(`groups.table.${dimension}`)}
          description={dimension === "employee" ? t("groups.mixNote") : undefined}
          isPaged
        />
      </FigureBoundary>
      {dimension === "employee" && (
        <FigureBoundary name={key} fallback={<ChartCardSkeleton height={400} />}>
          <EmployeePlotCard dashboard={dashboard} />
        </FigureBoundary>
      )}
      <FigureBoundary name={key} fallback={<TableCardSkeleton rows={8} />}>
        <InvitingCard dashboard={dashboard} dimension={dimension} />
      </FigureBoundary>
      {dimension === "touchpoint" && (
        <FigureBoundary name={key} fallback={<TableCardSkeleton rows={4} />}>
          <InvitingCard dashboard={dashboard} dimension="channel" />
        </FigureBoundary>
      )}
    </DashboardFrame>
  );
}
