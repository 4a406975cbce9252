import type { Dashboard } from "@/features/dashboards/dashboard";
import { findDataState } from "@/features/dashboards/queries/find-data-state";
import { getTexts } from "@/features/dashboards/texts";
import { ChartCardSkeleton, CommentsCardSkeleton, TableCardSkeleton } from "./card-skeletons";
import { CommentsCard } from "./comments-card";
import { DashboardFrame } from "./dashboard-frame";
import { DistributionCard } from "./distribution-card";
import { FigureBoundary } from "./figure-boundary";
import { figureKey } from "./figure-keys";
import { GroupTableCard } from "./group-table-card";
import { HeadlineSkeleton, OwnHeadlineCards } from "./headline-cards";
import { HeadlinesDownload } from "./headlines-download";
import { NoAnswers } from "./no-answers";
import { TrendCard } from "./trend-card";

/** An employee's own figures beside the organization's mean, and the own customers' comments. */
export async function OwnResults({ dashboard }: { dashboard: Dashboard }) {
  const texts = await getTexts();
  const { t } = texts;
  const key = figureKey(dashboard);
  const { hasAnswers } = await findDataState(dashboard.scope);
  if (!hasAnswers) {
    return (
      <DashboardFrame dashboard={dashboard} texts={texts} title={t("own.title")} hasFilters={false}>
        <NoAnswers dashboard={dashboard} />
      </DashboardFrame>
    );
  }
  return (
    <DashboardFrame
      dashboard={dashboard}
      texts={texts}
      title={t("own.title")}
      actions={<HeadlinesDownload dashboard={dashboard} texts={texts} />}
    >
      <FigureBoundary name={key} fallback={<HeadlineSkeleton count={dashboard.metrics.length + 1} />}>
        <OwnHeadlineCards dashboard={dashboard} />
      </FigureBoundary>
      <div className="grid gap-6 *:min-w-0 xl:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
        <FigureBoundary name={key} fallback={<ChartCardSkeleton height={336} />}>
          <TrendCard dashboard={dashboard} />
        </FigureBoundary>
        <FigureBoundary name={key} fallback={<ChartCardSkeleton height={336} />}>
          <DistributionCard dashboard={dashboard} />
        </FigureBoundary>
      </div>
      <FigureBoundary name={key} fallback={<CommentsCardSkeleton comments={5} />}>
        <CommentsCard dashboard={dashboard} />
      </FigureBoundary>
      <FigureBoundary name={key} fallback={<TableCardSkeleton rows={6} />}>
        <GroupTableCard
          dashboard={dashboard}
          dimension="touchpoint"
          title={t("own.touchpoints")}
          sort="default"
        />
      </FigureBoundary>
    </DashboardFrame>
  );
}
