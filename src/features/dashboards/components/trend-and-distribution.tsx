import type { Dashboard } from "@/features/dashboards/dashboard";
import { ChartCardSkeleton } from "./card-skeletons";
import { DistributionCard } from "./distribution-card";
import { FigureBoundary } from "./figure-boundary";
import { figureKey } from "./figure-keys";
import { TrendCard } from "./trend-card";

/** The selected metric over time, and beside it how its scores are spread. */
export function TrendAndDistribution({ dashboard }: { dashboard: Dashboard }) {
  const key = figureKey(dashboard);
  return (
    <div className="grid gap-6 *:min-w-0 xl:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
      <FigureBoundary name={key} fallback={<ChartCardSkeleton height={336} />}>
        <TrendCard dashboard={dashboard} />
      </FigureBoundary>
      <FigureBoundary name={key} fallback={<ChartCardSkeleton height={336} />}>
        <DistributionCard dashboard={dashboard} />
      </FigureBoundary>
    </div>
  );
}
