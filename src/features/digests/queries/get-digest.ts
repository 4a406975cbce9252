import "server-only";
import { type Dashboard, openDashboard } from "@/features/dashboards/dashboard";
import { type Headline, listHeadlines } from "@/features/dashboards/figures/headlines";
import { getResponseFunnel, type ResponseFunnel } from "@/features/dashboards/figures/response";
import { getTrend, type Trend } from "@/features/dashboards/figures/trend";
import { lastDayOf, type Period } from "@/features/dashboards/periods";
import { listAnsweredMetrics } from "@/features/dashboards/queries/list-answered-metrics";
import { listComments } from "@/features/dashboards/queries/list-comments";
import type { CommentBand, DashboardParameters } from "@/features/dashboards/schema";
import { dayOf } from "@/features/encounters/rules";
import type { MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { listTouchpointSignals, type TouchpointSignal } from "../figures/touchpoint-signals";
import {
  chooseComments,
  chooseMainMetric,
  judgeWeek,
  recentWeeks,
  trendPeriod,
  type Verdict,
  weekOf,
} from "../rules";

/** A comment as a digest repeats it: no names, and the day only, whether or not it was anonymous. */
export type DigestComment = {
  text: string;
  language: string;
  band: CommentBand;
  metric: MetricKey;
  score: number;
  touchpointId: string;
  touchpoint: string;
  /** ISO date on the organization's clock. */
  day: string;
  isAnonymous: boolean;
};

/** What one reader's digest of a week says, before it is put into words. The figures are the dashboard's own. */
export type Digest = {
  week: Period;
  organization: { name: string; slug: string; accentColor: string };
  /** Names of the locations the reader is limited to; null = the whole organization. */
  locations: string[] | null;
  /** The metric of the subject and the picture (`chooseMainMetric`). */
  metric: MetricKey;
  verdict: Verdict;
  minimumN: number;
  /** One per metric with answers this week, compared with the week before. */
  headlines: Headline[];
  response: ResponseFunnel;
  /** `TREND_WEEKS` weeks of the main metric. */
  trend: Trend;
  signals: TouchpointSignal[];
  comments: DigestComment[];
  /** Of the dashboards that show the same: the week, and the weeks of the picture. */
  parameters: { week: DashboardParameters; trend: DashboardParameters };
};

/**
 * The digest of the week that begins on `monday` (ISO date), of what the scope may see: a manager limited to locations
 * gets theirs. Null when nobody has answered in that week and the ones just before: there is nothing to tell.
 */
export async function getDigest(scope: Scope, monday: string): Promise<Digest | null> {
  const week = weekOf(monday, scope.timeZone);
  const quarter = trendPeriod(week, scope.timeZone);
  const listMetrics = ({ from }: Period) =>
    listAnsweredMetrics(scope, { from, to: week.to, previousFrom: null, filters: {} });
  if ((await listMetrics(recentWeeks(week, scope.timeZone))).length === 0) return null;

  const organization = await getSender(scope);
  const open = (period: Period, metric?: MetricKey) =>
    openDashboard(
      scope,
      { slug: organization.slug, pathname: `/o/${organization.slug}` },
      { period: "custom", from: period.firstDay, to: lastDayOf(period), metric },
    );
  const dashboard = await open(week);
  const headlines = (await listHeadlines(dashboard)).filter(({ figure }) => figure.n > 0);
  const metric = chooseMainMetric(
    await listMetrics(quarter),
    headlines.map((headline) => headline.metric),
  );
  const trendDashboard = await open(quarter, metric);
  const trend = await getTrend(trendDashboard);
  const main = headlines.find((headline) => headline.metric === metric);
  return {
    week,
    organization,
    locations:
      scope.locationIds &&
      dashboard.choices.locations.filter(({ id }) => scope.locationIds?.includes(id)).map(({ name }) => name),
    metric,
    verdict: judgeWeek({
      figure: { n: main?.figure.n ?? 0 },
      isTooFew: main?.isTooFew ?? false,
      direction: main?.change?.direction ?? "none",
      hasSignal: Boolean(trend.points.at(-1)?.point.signal),
    }),
    minimumN: dashboard.minimumN,
    headlines,
    response: await getResponseFunnel(dashboard),
    trend,
    signals: await listTouchpointSignals(
      trendDashboard,
      headlines.map((headline) => headline.metric),
    ),
    comments: await listDigestComments(dashboard),
    parameters: { week: dashboard.parameters, trend: trendDashboard.parameters },
  };
}

function getSender(scope: Scope): Promise<Digest["organization"]> {
  return withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { name: true, slug: true, accentColor: true },
    }),
  );
}

/** Enough of the latest to find some that are worth reading. */
const LATEST_COMMENTS = 40;

/** The comments chosen by `chooseComments`, from those the dashboard of the week lists. */
async function listDigestComments({ scope, slice, choices }: Dashboard): Promise<DigestComment[]> {
  const inBand = async (band: "low" | "high"): Promise<DigestComment[]> => {
    const filters = { query: "", metric: null, band, score: null };
    const { rows } = await listComments(scope, slice, filters, 1, LATEST_COMMENTS);
    return rows.map(({ followUp, comment, answeredAt, ...row }) => ({
      text: [followUp, comment].filter(Boolean).join("\n"),
      language: row.language,
      band,
      metric: row.metric,
      score: row.score,
      touchpointId: row.touchpointId,
      touchpoint: choices.touchpoints.find(({ id }) => id === row.touchpointId)?.name ?? "",
      day: dayOf(answeredAt, scope.timeZone).toString(),
      isAnonymous: row.isAnonymous,
    }));
  };
  return chooseComments(await inBand("low"), await inBand("high"));
}
