import "server-only";
import { calculateMeanInterval } from "@/metrics/mean-interval";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { EyeFigure } from "../schema";

type Row = { behaviourId: string; metric: MetricKey; score: number; count: number };

/**
 * What customers said about each behaviour in a half-open time, by behaviour id: answers to survey questions that point to
 * it, in percent of the question's scale. Behaviours nobody answered about are absent. For those who see the whole
 * organization's figures.
 */
export async function listCustomerBehaviours(
  scope: Scope,
  period: { from: Date; to: Date },
): Promise<Map<string, EyeFigure>> {
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<Row[]>`
      select q.behaviour_id as "behaviourId", a.metric::text as metric, a.score::int as score, count(*)::int as count
        from answers a
        join questions q on q.organization_id = a.organization_id and q.id = a.question_id
       where a.organization_id = ${scope.organizationId}::uuid and a.answered_at >= ${period.from}::timestamptz
         and a.answered_at < ${period.to}::timestamptz and q.behaviour_id is not null
       group by 1, 2, 3`,
  );
  const ids = [...new Set(rows.map(({ behaviourId }) => behaviourId))];
  return new Map(ids.map((id) => [id, figureOf(rows.filter(({ behaviourId }) => behaviourId === id))]));
}

function figureOf(rows: readonly Row[]): EyeFigure {
  const given = rows.map(({ metric, score, count }) => {
    const { min, max } = METRIC_SCALES[metric];
    return { percent: ((score - min) / (max - min)) * 100, count };
  });
  const n = given.reduce((total, { count }) => total + count, 0);
  const value = given.reduce((total, { percent, count }) => total + percent * count, 0) / n;
  const variance = given.reduce((total, { percent, count }) => total + count * (percent - value) ** 2, 0) / n;
  return {
    value,
    n,
    interval: calculateMeanInterval({ n, mean: value, variance, skewness: 0 }, { low: 0, high: 100 }),
  };
}
