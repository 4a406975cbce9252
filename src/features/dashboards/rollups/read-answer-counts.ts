import "server-only";
import { METRIC_SCALES, type MetricKey, type ScoreDistribution } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { type AnswerCountRequest, answersCountedRaw, METRIC_CODES } from "./answer-counts-sql";

/** One distribution: of a period (its place in the request), a group (a value per dimension) and a bucket. */
export type AnswerCounts = {
  period: number;
  group: (string | null)[];
  bucket: string | null;
  distribution: ScoreDistribution;
};

const METRICS = Object.keys(METRIC_SCALES) as MetricKey[];

/** Score distributions of main questions; those of no answers are missing. */
export async function readAnswerCounts(scope: Scope, request: AnswerCountRequest): Promise<AnswerCounts[]> {
  const [found] = await withScope(scope, (tx) =>
    tx.$queryRaw<{ rows: string }[]>(answersCountedRaw(scope, request)),
  );
  return parseRows(found?.rows ?? "[]", request.dimensions.length);
}

function parseRows(json: string, dimensions: number): AnswerCounts[] {
  const rows = JSON.parse(json) as (string | number | null)[][];
  return rows.flatMap((row) => {
    const code = row[dimensions + 2];
    const metric = METRICS.find((one) => METRIC_CODES[one] === code);
    if (metric === undefined) throw new Error("an answer of an unknown metric");
    const counts = row.slice(dimensions + 3, dimensions + 14) as number[];
    const { min, max } = METRIC_SCALES[metric];
    const onScale = counts.slice(min, max + 1);
    if (onScale.every((count) => count === 0)) return [];
    return [
      {
        period: row[0] as number,
        group: row.slice(1, dimensions + 1) as (string | null)[],
        bucket: row[dimensions + 1] as string | null,
        distribution: { metric, counts: onScale },
      },
    ];
  });
}
