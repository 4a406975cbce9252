import "server-only";
import { z } from "zod";
import {
  listMetricPoints,
  listResponseRatePoints,
  type MetricPoint,
  TooManyPoints,
} from "@/features/dashboards/figures/metric-points";
import { DIMENSIONS } from "@/features/dashboards/schema";
import { defineEndpoint } from "@/server/api/define-endpoint";
import { Problem } from "@/server/api/problem";
import { readFilters, requirePeriod } from "../filters";
import { day, dimensionFilters } from "../schemas";

/** A larger answer is a sign of a question asked too broadly. */
const MOST_POINTS = 10_000;

const metricName = z
  .enum(["nps", "csat", "ces", "responseRate"])
  .describe("responseRate is that of the invitations sent in the period, and takes no interval.");
const groupBy = z.enum([...DIMENSIONS, "none"]);
const interval = z.enum(["day", "week", "month", "none"]);

const point = z
  .object({
    group: z
      .object({ id: z.string().nullable(), name: z.string().nullable() })
      .nullable()
      .describe("Null without grouping. By segment, id and name are null for customers without one."),
    start: z.iso
      .date()
      .nullable()
      .describe("First day of the whole day, week or month; null without interval."),
    value: z.number().nullable().describe("Unrounded; null when n is 0."),
    n: z.number().int().describe("Answers counted (responseRate: invitations that arrived)."),
    interval: z
      .object({ low: z.number(), high: z.number() })
      .nullable()
      .describe("The 95 % interval; null when n is too small for one."),
    distribution: z
      .array(z.object({ score: z.number().int(), count: z.number().int() }))
      .nullable()
      .describe("Answers at each score of the scale; null for responseRate."),
  })
  .meta({ id: "MetricPoint" });

export const getMetrics = defineEndpoint({
  method: "GET",
  path: "/metrics",
  name: "listMetrics",
  tag: "Metrics",
  access: "read",
  summary: "Figures of a metric",
  description:
    "A group is listed when it has an answer in the period, and then with every day, week or month of it. Imported answers that do not tell their employee, location or encounter type are left out where they are grouped by it.",
  query: z.object({
    metric: metricName,
    from: day.describe("First day."),
    to: day.describe("The first day that no longer counts; at most ten years after `from`."),
    groupBy: groupBy.default("none"),
    interval: interval.default("none"),
    ...dimensionFilters,
  }),
  problems: ["invalid-content"],
  responses: {
    200: {
      description: "The figures, by group name and start.",
      schema: z
        .object({
          metric: metricName,
          unit: z.enum(["points", "share", "mean"]),
          from: z.iso.date(),
          to: z.iso.date(),
          timeZone: z.string(),
          groupBy,
          interval,
          data: z.array(point),
        })
        .meta({ id: "Metrics" }),
    },
  },
  async run({ scope, query }) {
    const { metric, from, to, groupBy, interval } = query;
    requirePeriod(from, to);
    if (metric === "responseRate" && interval !== "none") {
      const errors = [{ parameter: "interval", detail: "responseRate takes no interval." }];
      throw new Problem("invalid-request", "The parameters do not go together.", { errors });
    }
    const asked = {
      firstDay: from,
      dayAfter: to,
      filters: await readFilters(scope, query),
      groupBy: groupBy === "none" ? null : groupBy,
    };
    const points = await explainTooMany(
      metric === "responseRate"
        ? listResponseRatePoints(scope, asked, { most: MOST_POINTS })
        : listMetricPoints(scope, asked, {
            metric,
            interval: interval === "none" ? null : interval,
            most: MOST_POINTS,
          }),
    );
    const unit = UNITS[metric];
    const { timeZone } = scope;
    return {
      status: 200,
      body: { metric, unit, from, to, timeZone, groupBy, interval, data: points.map(write) },
    };
  },
});

const UNITS = { nps: "points", csat: "share", ces: "mean", responseRate: "share" } as const;

function write({ group, start, figure, scores }: MetricPoint) {
  const { value, n, interval } = figure;
  return {
    group,
    start,
    value,
    n,
    interval: interval && { low: interval.low, high: interval.high },
    distribution: scores,
  };
}

async function explainTooMany(points: Promise<MetricPoint[]>): Promise<MetricPoint[]> {
  try {
    return await points;
  } catch (error) {
    if (!(error instanceof TooManyPoints)) throw error;
    throw new Problem(
      "invalid-request",
      `This would be ${error.points} points; there can be ${MOST_POINTS}. Ask for a shorter period, a longer interval or one location.`,
    );
  }
}
