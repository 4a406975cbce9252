import "server-only";
import { listAuditTrendSums } from "@/features/audit-results/queries/list-audit-sums";
import { listFewAuditedVisits } from "@/features/audit-results/queries/list-audited-visits";
import { type AuditFigure, auditFigure, sumScores } from "@/metrics/audit-figure";
import { type XmrPoint, xmrChart } from "@/metrics/xmr-chart";
import { chooseBaseline } from "../figures/trend-baseline";
import { chooseInterval, lastDayOf, listBuckets, writeLocalTime } from "../periods";
import type { AuditDashboard } from "./audit-dashboard";

/** A visit, a week or a month: its mean score in percent and the limits of normal variation. */
export type AuditTrendPoint = {
  key: string;
  firstDay: string;
  lastDay: string;
  isPartial: boolean;
  figure: AuditFigure;
  visits: number;
  failed: number;
  limits: XmrPoint;
};

export type AuditTrend = {
  by: "visit" | "week" | "month";
  points: AuditTrendPoint[];
  centre: number | null;
  /** How many points from the start make the level that all are judged against. */
  baseline: number;
  hasLimits: boolean;
};

type Point = Omit<AuditTrendPoint, "limits">;

/**
 * The mean score over the period with XmR limits: visit by visit where they are few, else by month, or by week in periods
 * of up to six months; the reader may choose week or month. The limits come from the first half of the points that have
 * a score, and at least 8 of them, as in every trend here.
 */
export async function getAuditTrend(dashboard: AuditDashboard): Promise<AuditTrend> {
  const { interval } = dashboard.parameters;
  const visits = interval === "auto" ? await listVisits(dashboard) : null;
  const by = visits ? "visit" : interval === "auto" ? chooseInterval(dashboard.period) : interval;
  const points = visits ?? (await listPeriods(dashboard, by === "week" ? "week" : "month"));
  const baseline = chooseBaseline(points.map(({ figure }) => figure.n));
  const chart = xmrChart(
    points.map(({ figure }) => figure.score),
    { baseline, scale: { low: 0, high: Math.max(100, ...points.map(({ figure }) => figure.score ?? 0)) } },
  );
  return {
    by,
    points: points.map((point, index) => ({ ...point, limits: chart.points[index] ?? NO_LIMITS })),
    centre: chart.centre,
    baseline,
    hasLimits: chart.upper !== null,
  };
}

const NO_LIMITS: XmrPoint = { value: null, lower: null, upper: null, signal: null };

async function listVisits({ scope, slice }: AuditDashboard): Promise<Point[] | null> {
  const visits = await listFewAuditedVisits(scope, slice);
  return (
    visits?.map(({ id, startedAt, score, isFailed }) => {
      const day = writeLocalTime(startedAt, scope.timeZone).slice(0, 10);
      return {
        key: id,
        firstDay: day,
        lastDay: day,
        isPartial: false,
        figure: auditFigure(sumScores([score])),
        visits: 1,
        failed: Number(isFailed),
      };
    }) ?? null
  );
}

async function listPeriods({ scope, slice, period }: AuditDashboard, by: "week" | "month"): Promise<Point[]> {
  const sums = await listAuditTrendSums(scope, slice, by);
  return listBuckets(period, by, scope.timeZone).map((bucket) => {
    const found = sums.get(bucket.key);
    return {
      key: bucket.key,
      firstDay: bucket.firstDay,
      lastDay: lastDayOf(bucket),
      isPartial: bucket.isPartial,
      figure: auditFigure(found ?? sumScores([])),
      visits: found?.visits ?? 0,
      failed: found?.failed ?? 0,
    };
  });
}
