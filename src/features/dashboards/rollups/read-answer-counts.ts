import "server-only";
import { METRIC_SCALES, type MetricKey, type ScoreDistribution } from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import { answersCounted, listCountedScores, METRIC_CODES } from "./answers-counted-sql";
import { type CountedRow, readCounts } from "./read-counts";
import type { CountRequest } from "./request";

/** One distribution: of a period (its place in the request), a group (a value per dimension) and a bucket. */
export type AnswerCounts = {
  period: number;
  group: (string | null)[];
  bucket: string | null;
  distribution: ScoreDistribution;
};

const METRICS = Object.keys(METRIC_SCALES) as MetricKey[];

/** What is counted, and of which metric; of every one when `metric` is null. */
export type AnswerCountRequest = CountRequest & { readonly metric: MetricKey | null };

/**
 * Score distributions of main questions; those of no answers are missing, and so are, by location, employee or encounter
 * type, answers (imported ones) without one.
 */
export async function readAnswerCounts(scope: Scope, request: AnswerCountRequest): Promise<AnswerCounts[]> {
  const { metric, ...rest } = request;
  const [rows = []] = await readCountsOf(scope, metric, [rest]);
  return rows;
}

/** The same of several requests at one moment: what one counts is not less than a part of it that another one counts. */
export async function readCountsOf(
  scope: Scope,
  metric: MetricKey | null,
  requests: readonly CountRequest[],
): Promise<AnswerCounts[][]> {
  const found = await readCounts(scope, requests, answersCounted(metric));
  const [lowest = 0] = listCountedScores(metric);
  return found.map((rows) => rows.flatMap((row) => toAnswerCounts(row, lowest)));
}

function toAnswerCounts({ period, group, bucket, key, sums }: CountedRow, lowest: number): AnswerCounts[] {
  if (sums.every((sum) => sum === 0)) return [];
  const metric = METRICS.find((one) => METRIC_CODES[one] === key);
  if (metric === undefined) throw new Error(`${key} is no metric's code`);
  const { min, max } = METRIC_SCALES[metric];
  const counts = sums.slice(min - lowest, max - lowest + 1);
  return [{ period, group, bucket, distribution: { metric, counts } }];
}
