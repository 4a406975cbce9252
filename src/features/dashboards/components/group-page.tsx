import type { Dashboard } from "@/features/dashboards/dashboard";
import { getTexts } from "@/features/dashboards/texts";
import { TableCardSkeleton } from "./card-skeletons";
import { DashboardFrame } from "./dashboard-frame";
import { FigureBoundary } from "./figure-boundary";
import { figureKey } from "./figure-keys";
import { GroupTableCard } from "./group-table-card";
import { HeadlineCards, HeadlineSkeleton } from "./headline-cards";
import { HeadlinesDownload } from "./headlines-download";
import { InvitingCard } from "./inviting-card";

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
  const { choices } = dashboard;
  const rows = { touchpoint: choices.touchpoints, employee: choices.employees, location: choices.locations }[
    dimension
  ].length;
  return (
    <DashboardFrame
      dashboard={dashboard}
      texts={texts}
      title={t(`groups.title.${dimension}`)}
      actions={<HeadlinesDownload dashboard={dashboard} texts={texts} />}
    >
      <FigureBoundary name={key} fallback={<HeadlineSkeleton count={dashboard.metrics.length + 1} />}>
        <HeadlineCards dashboard={dashboard} />
      </FigureBoundary>
      <FigureBoundary name={key} fallback={<TableCardSkeleton rows={Math.max(1, Math.min(rows, 40))} />}>
        <GroupTableCard
          dashboard={dashboard}
          dimension={dimension}
          title={t(`groups.table.${dimension}`)}
          description={dimension === "employee" ? t("groups.mixNote") : undefined}
        />
      </FigureBoundary>
      {dimension === "employee" && (
        <FigureBoundary name={key} fallback={<TableCardSkeleton rows={8} />}>
          <InvitingCard dashboard={dashboard} />
        </FigureBoundary>
      )}
    </DashboardFrame>
  );
}
