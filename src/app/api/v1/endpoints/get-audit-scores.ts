import "server-only";
import { z } from "zod";
import { toResult } from "@/features/audit-results/figures/results";
import {
  getAuditSums,
  listAuditGroupSums,
  listAuditTrendSums,
} from "@/features/audit-results/queries/list-audit-sums";
import { AUDIT_DIMENSIONS, type AuditSlice, type AuditSums } from "@/features/audit-results/schema";
import { startOfDay } from "@/features/dashboards/figures/metric-points";
import { defineEndpoint } from "@/server/api/define-endpoint";
import { Problem } from "@/server/api/problem";
import type { Scope } from "@/server/scope";
import { readFilters, requirePeriod } from "../filters";
import { auditFilters, auditKind, day, id } from "../schemas";

const groupBy = z.enum([...AUDIT_DIMENSIONS, "none"]);
const interval = z.enum(["week", "month", "none"]);

const figure = z
  .object({
    groupId: id.nullable().describe("Null without grouping."),
    start: z.iso.date().nullable().describe("First day of the whole week or month; null without interval."),
    score: z.number().nullable().describe("Mean of the audits' scores in per cent; null when n is 0."),
    n: z.number().int().describe("Audits with a score."),
    interval: z
      .object({ low: z.number(), high: z.number() })
      .nullable()
      .describe("The 95 % interval; null below two audits."),
    isProvisional: z.boolean().describe("Fewer than three audits: one visit can move the mean a lot."),
    visits: z.number().int().describe("Audits, those without a score too."),
    failed: z.number().int().describe("Audits whose verdict is failed."),
  })
  .meta({ id: "AuditScore" });

export const getAuditScores = defineEndpoint({
  method: "GET",
  path: "/audit-scores",
  name: "listAuditScores",
  tag: "Audits",
  access: "read",
  summary: "Figures of audits",
  description:
    "Mean scores of published audits by the day of the visit, of one kind: the other kind is another measurement. A group or week without audits is absent. Grouped by employee, visits that name nobody are left out.",
  query: z.object({
    kind: auditKind,
    from: day.describe("First day."),
    to: day.describe("The first day that no longer counts; at most ten years after `from`."),
    groupBy: groupBy.default("none"),
    interval: interval.default("none").describe("Only without grouping."),
    ...auditFilters,
  }),
  problems: ["invalid-content"],
  responses: {
    200: {
      description: "The figures.",
      schema: z
        .object({
          kind: auditKind,
          from: z.iso.date(),
          to: z.iso.date(),
          timeZone: z.string(),
          groupBy,
          interval,
          data: z.array(figure),
        })
        .meta({ id: "AuditScores" }),
    },
  },
  async run({ scope, query }) {
    const { kind, from, to, groupBy: by, interval: every } = query;
    requirePeriod(from, to);
    if (by !== "none" && every !== "none") {
      const errors = [{ parameter: "interval", detail: "Only without groupBy." }];
      throw new Problem("invalid-request", "The parameters do not go together.", { errors });
    }
    const filters = await readFilters(scope, query);
    const slice: AuditSlice = {
      kind,
      from: startOfDay(from, scope.timeZone),
      to: startOfDay(to, scope.timeZone),
      filters: { ...filters, ...(query.form ? { form: query.form.toLowerCase() } : {}) },
    };
    const { timeZone } = scope;
    const data = await listFigures(scope, slice, by, every);
    return { status: 200, body: { kind, from, to, timeZone, groupBy: by, interval: every, data } };
  },
});

async function listFigures(
  scope: Scope,
  slice: AuditSlice,
  by: z.output<typeof groupBy>,
  every: z.output<typeof interval>,
) {
  if (by !== "none") {
    const groups = await listAuditGroupSums(scope, slice, by);
    return Array.from(groups, ([groupId, sums]) => write({ groupId, start: null }, sums)).sort((a, b) =>
      String(a.groupId).localeCompare(String(b.groupId)),
    );
  }
  if (every !== "none") {
    const starts = await listAuditTrendSums(scope, slice, every);
    return Array.from(starts, ([start, sums]) => write({ groupId: null, start }, sums)).sort((a, b) =>
      String(a.start).localeCompare(String(b.start)),
    );
  }
  return [write({ groupId: null, start: null }, await getAuditSums(scope, slice))];
}

function write(place: { groupId: string | null; start: string | null }, sums: AuditSums) {
  const { figure: mean, failed } = toResult(sums);
  const { score, n, interval: range, isProvisional } = mean;
  const { visits } = sums;
  return { ...place, score, n, interval: range, isProvisional, visits, failed: failed.count };
}
