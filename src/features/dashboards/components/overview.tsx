import type { ReactNode } from "react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { relatedHref } from "@/features/dashboards/dashboard-href";
import { findDataState } from "@/features/dashboards/queries/find-data-state";
import { getTexts } from "@/features/dashboards/texts";
import { ChartCardSkeleton, CommentsCardSkeleton, TableCardSkeleton } from "./card-skeletons";
import { LatestCommentsCard } from "./comments-card";
import { DashboardFrame } from "./dashboard-frame";
import { FigureBoundary } from "./figure-boundary";
import { figureKey } from "./figure-keys";
import { FunnelCard } from "./funnel-card";
import { GroupTableCard } from "./group-table-card";
import { HeadlineCards, HeadlineSkeleton } from "./headline-cards";
import { HeadlinesDownload } from "./headlines-download";
import { NoAnswers } from "./no-answers";
import { TrendAndDistribution } from "./trend-and-distribution";

const EMPLOYEES_SHOWN = 10;

/** A journey longer than this has a page of its own; here its best-known touchpoints are enough. */
const TOUCHPOINTS_SHOWN = 25;

/** The organization (or the locations one manages) at a glance, most important first. */
export async function Overview({ dashboard, banner }: { dashboard: Dashboard; banner?: ReactNode }) {
  const texts = await getTexts();
  const { t } = texts;
  const key = figureKey(dashboard);
  const touchpoints = dashboard.choices.touchpoints.length;
  const { hasAnswers, hasEncounters } = await findDataState(dashboard.scope);
  if (!hasAnswers) {
    return (
      <DashboardFrame
        dashboard={dashboard}
        texts={texts}
        title={t("overview.title")}
        banner={banner}
        hasFilters={false}
      >
        <NoAnswers dashboard={dashboard} />
        {hasEncounters && (
          <FigureBoundary name={key} fallback={<ChartCardSkeleton height={336} />}>
            <FunnelCard dashboard={dashboard} />
          </FigureBoundary>
        )}
      </DashboardFrame>
    );
  }
  return (
    <DashboardFrame
      dashboard={dashboard}
      texts={texts}
      title={t("overview.title")}
      banner={banner}
      actions={<HeadlinesDownload dashboard={dashboard} texts={texts} />}
    >
      <FigureBoundary name={key} fallback={<HeadlineSkeleton count={dashboard.metrics.length + 1} />}>
        <HeadlineCards dashboard={dashboard} />
      </FigureBoundary>
      <TrendAndDistribution dashboard={dashboard} />
      <FigureBoundary
        name={key}
        fallback={<TableCardSkeleton rows={Math.min(touchpoints, TOUCHPOINTS_SHOWN)} />}
      >
        <GroupTableCard
          dashboard={dashboard}
          dimension="touchpoint"
          title={t("overview.touchpoints")}
          {...(touchpoints > TOUCHPOINTS_SHOWN
            ? { sort: "certainty", description: t("overview.employees") }
            : { sort: "default" })}
          limit={TOUCHPOINTS_SHOWN}
          allHref={relatedHref(dashboard, "/touchpoints")}
        />
      </FigureBoundary>
      <div className="grid items-start gap-6 *:min-w-0 xl:grid-cols-2">
        <FigureBoundary name={key} fallback={<ChartCardSkeleton height={336} />}>
          <FunnelCard dashboard={dashboard} />
        </FigureBoundary>
        <FigureBoundary name={key} fallback={<CommentsCardSkeleton comments={5} />}>
          <LatestCommentsCard dashboard={dashboard} />
        </FigureBoundary>
      </div>
      <FigureBoundary name={key} fallback={<TableCardSkeleton rows={EMPLOYEES_SHOWN} />}>
        <GroupTableCard
          dashboard={dashboard}
          dimension="employee"
          description={t("overview.employees")}
          sort="certainty"
          limit={EMPLOYEES_SHOWN}
          allHref={relatedHref(dashboard, "/employees")}
        />
      </FigureBoundary>
    </DashboardFrame>
  );
}
