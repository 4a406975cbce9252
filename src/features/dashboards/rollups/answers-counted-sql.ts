import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import type { Counted } from "./counts-sql";

/** Metrics as the rollups write them: a small number can be looked up behind row-level security, an enum's value not. */
export const METRIC_CODES: Record<MetricKey, number> = { nps: 1, csat: 2, ces: 3 };

/** The scores counted, lowest first: a metric's own, or those of every metric. */
export function listCountedScores(metric: MetricKey | null): number[] {
  const { min, max } = metric === null ? { min: 0, max: 10 } : METRIC_SCALES[metric];
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}

/** Answers to main questions of one metric (null: of all), a sum for each of `listCountedScores`. */
export function answersCounted(metric: MetricKey | null): Counted {
  const scores = listCountedScores(metric);
  const codes = metric === null ? "= any ('{1,2,3}'::smallint[])" : `= ${METRIC_CODES[metric]}::smallint`;
  const ofMetric = (table: string) =>
    metric === null ? Prisma.sql`true` : Prisma.raw(`${table}.metric = '${metric}'::"MetricKey"`);
  return {
    counts: {
      table: "answer_counts",
      key: Prisma.raw("answer_counts.metric"),
      where: Prisma.raw(`answer_counts.metric ${codes}`),
      sums: scores.map((score) => Prisma.raw(`answer_counts.score_${score}`)),
      moment: Prisma.empty,
    },
    changes: {
      table: "answer_changes",
      key: Prisma.raw("metric_code(answer_changes.metric)"),
      where: ofMetric("answer_changes"),
      sums: scores.map((score) =>
        Prisma.raw(`coalesce(sum(answer_changes.count) filter (where answer_changes.score = ${score}), 0)`),
      ),
      moment: Prisma.raw("answer_changes.moment"),
    },
    raw: {
      alias: "answers",
      key: Prisma.raw("metric_code(answers.metric)"),
      where: Prisma.sql`answers.is_main and ${ofMetric("answers")}`,
      sums: scores.map((score) => Prisma.raw(`count(*) filter (where answers.score = ${score})`)),
      moment: Prisma.raw("answers.answered_at"),
      source: (_scope, from, to) => ({
        from: Prisma.raw("answers"),
        where: Prisma.sql`answers.answered_at >= ${from}::timestamptz and answers.answered_at < ${to}::timestamptz`,
      }),
    },
  };
}
