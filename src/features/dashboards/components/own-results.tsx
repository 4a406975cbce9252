import type { Dashboard } from "@/features/dashboards/dashboard";
import { findDataState } from "@/features/dashboards/queries/find-data-state";
import { getTexts } from "@/features/dashboards/texts";
import { BesideCustomersCard } from "./audits/beside-customers-card";
import { CommentsCardSkeleton, TableCardSkeleton } from "./card-skeletons";
import { CommentsCard } from "./comments-card";
import { DashboardFrame } from "./dashboard-frame";
import { FigureBoundary } from "./figure-boundary";
import { figureKey } from "./figure-keys";
import { GroupTableCard } from "./group-table-card";
import { HeadlineSkeleton, OwnHeadlineCards } from "./headline-cards";
import { HeadlinesDownload } from "./headlines-download";
import { NoAnswers } from "./no-answers";
import { TrendAndDistribution } from "./trend-and-distribution";

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
        <BesideCustomersCard dashboard={dashboard} />
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
      <FigureBoundary name={key} fallback={null}>
        <BesideCustomersCard dashboard={dashboard} />
      </FigureBoundary>
      <TrendAndDistribution dashboard={dashboard} />
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
