import { type AuditFigure, MINIMUM_AUDITS } from "@/metrics/audit-figure";
import type { Figure } from "@/metrics/figure";
import type { Interval } from "@/metrics/interval";
import type { MetricKey } from "@/metrics/score-distribution";

/**
 * From where a figure is called good, and up to where poor; what lies between is neither. Conventions, chosen and explained
 * in docs/decisions/0016-audits-beside-customers.md. In the figure's own unit: percent of audits, share of CSAT, points of
 * NPS, mean of CES.
 */
export const LEVELS: Record<"audit" | MetricKey, { readonly good: number; readonly poor: number }> = {
  audit: { good: 80, poor: 70 },
  csat: { good: 0.8, poor: 0.7 },
  nps: { good: 30, poor: 0 },
  ces: { good: 5.5, poor: 4.5 },
};

export type Level = "good" | "poor" | "between";

/**
 * Where a figure lies. Good: its whole interval is. Poor: the figure itself is, and its whole interval falls short of good,
 * so that it is certain at least not to be that. Null without an interval.
 */
export function findLevel(
  { value, interval }: { readonly value: number | null; readonly interval: Interval | null },
  kind: keyof typeof LEVELS,
): Level | null {
  if (value === null || !interval) return null;
  const { good, poor } = LEVELS[kind];
  if (interval.low >= good) return "good";
  return value <= poor && interval.high < good ? "poor" : "between";
}

/**
 * What the two say of each other.
 * - `standardMisses`: audits good, customers not: the standard may not measure what customers value
 * - `customersForgive`: audits poor, customers content: the standard may ask for what customers do not miss
 * - `agree`: both good or both poor
 * - `undecided`: at least one of them is not for certain on either side
 * - `tooFew`: not enough audits or answers to compare
 */
export type Comparison = "standardMisses" | "customersForgive" | "agree" | "undecided" | "tooFew";

/**
 * Whether audits and customers disagree about the same thing in the same time. Each is judged on its own scale by LEVELS;
 * they disagree only when one is good for certain and the other poor and for certain not good, by their 95 % intervals, so
 * neither few audits nor few answers make a disagreement.
 * @param minimumN answers it takes (the organization's setting); audits need MINIMUM_AUDITS
 */
export function compareWithCustomers(
  audits: AuditFigure,
  customers: Pick<Figure, "n" | "value" | "interval">,
  metric: MetricKey,
  minimumN: number,
): Comparison {
  if (audits.n < MINIMUM_AUDITS || customers.n < Math.max(1, minimumN)) return "tooFew";
  const auditLevel = findLevel({ value: audits.score, interval: audits.interval }, "audit");
  const customerLevel = findLevel(customers, metric);
  if (auditLevel === null || customerLevel === null) return "tooFew";
  if (auditLevel === "between" || customerLevel === "between") return "undecided";
  if (auditLevel === customerLevel) return "agree";
  return auditLevel === "good" ? "standardMisses" : "customersForgive";
}
