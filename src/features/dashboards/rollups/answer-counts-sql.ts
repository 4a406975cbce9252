import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { MetricKey } from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import { attributionConditions, dimensionValue } from "../attribution-sql";
import type { Dimension, DimensionFilters } from "../schema";
import type { CountInterval } from "./cover";

/** What is counted. Answers of every metric when `metric` is null. */
export type AnswerCountRequest = {
  readonly periods: readonly { readonly from: Date; readonly to: Date }[];
  readonly filters: DimensionFilters;
  readonly metric: MetricKey | null;
  readonly dimensions: readonly Dimension[];
  readonly interval: CountInterval | null;
};

/** Metrics as the rollups write them: a small number can be looked up behind row-level security, an enum's value not. */
export const METRIC_CODES: Record<MetricKey, number> = { nps: 1, csat: 2, ces: 3 };

const SCORES = Array.from({ length: 11 }, (_, score) => score);
/** Dimensions an imported answer may not have; grouped by one of them, such answers belong to no group. */
const MAY_BE_MISSING: readonly Dimension[] = ["location", "employee", "encounterType"];

/** SQL query: the request counted from the answers themselves, as one JSON text `rows`. */
export function answersCountedRaw(scope: Scope, request: AnswerCountRequest): Prisma.Sql {
  const pieces = request.periods.map(({ from, to }, period) => rawPiece(scope, request, period, from, to));
  return Prisma.sql`
    select coalesce(json_agg(json_build_array(${Prisma.join([...keyNames(request), ...scoreNames()])})), '[]')::text as rows
      from (${Prisma.join(pieces, " union all ")}) as counted`;
}

function rawPiece(
  scope: Scope,
  request: AnswerCountRequest,
  period: number,
  from: Date,
  to: Date,
): Prisma.Sql {
  const { dimensions, interval, metric } = request;
  const keys = [
    Prisma.sql`${Prisma.raw(String(period))} as period`,
    ...dimensions.map(
      (dimension, index) =>
        Prisma.sql`${dimensionValue(dimension, "answers")} as ${Prisma.raw(`group_${index}`)}`,
    ),
    Prisma.sql`${bucketOf(scope, interval)} as bucket`,
    Prisma.raw("case answers.metric when 'nps' then 1 when 'csat' then 2 else 3 end as metric"),
  ];
  const counts = SCORES.map((score) =>
    Prisma.raw(`count(*) filter (where answers.score = ${score}) as score_${score}`),
  );
  const conditions = [
    Prisma.sql`answers.organization_id = ${scope.organizationId}::uuid`,
    Prisma.sql`answers.answered_at >= ${from}::timestamptz and answers.answered_at < ${to}::timestamptz`,
    Prisma.sql`answers.is_main`,
    attributionConditions(scope, request.filters, "answers"),
    ...(metric === null ? [] : [Prisma.sql`answers.metric = ${metric}::"MetricKey"`]),
    ...dimensions
      .filter((dimension) => MAY_BE_MISSING.includes(dimension))
      .map((dimension) => Prisma.sql`${dimensionValue(dimension, "answers")} is not null`),
  ];
  return Prisma.sql`
    select ${Prisma.join([...keys, ...counts])}
      from answers
     where ${Prisma.join(conditions, " and ")}
     group by ${Prisma.raw(keys.map((_, index) => index + 1).join(", "))}`;
}

function bucketOf(scope: Scope, interval: CountInterval | null): Prisma.Sql {
  if (interval === null) return Prisma.sql`null::date`;
  return Prisma.sql`date_trunc(${interval}, answers.answered_at at time zone ${scope.timeZone})::date`;
}

function keyNames({ dimensions }: AnswerCountRequest): Prisma.Sql[] {
  const groups = dimensions.map((_, index) => `group_${index}`);
  return ["period", ...groups, "bucket", "metric"].map((name) => Prisma.raw(name));
}

function scoreNames(): Prisma.Sql[] {
  return SCORES.map((score) => Prisma.raw(`score_${score}`));
}
