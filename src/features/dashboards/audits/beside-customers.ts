import "server-only";
import { getAuditResult } from "@/features/audit-results/figures/results";
import { type Comparison, compareWithCustomers } from "@/features/audit-results/rules/beside-customers";
import type { AuditResult, AuditSlice } from "@/features/audit-results/schema";
import { calculateFigure, type Figure } from "@/metrics/figure";
import type { Dashboard } from "../dashboard";
import { getMetricDistribution } from "../figures/headlines";

export type BesideCustomers = { audits: AuditResult; customers: Figure; comparison: Comparison };

/**
 * The mystery visits' mean score beside the selected metric: same period, same filters, same subject. Null where nothing was
 * audited, or where customers are narrowed to a segment, which audits have none of.
 */
export async function getBesideCustomers(dashboard: Dashboard): Promise<BesideCustomers | null> {
  const { scope, slice, metric, minimumN } = dashboard;
  const { segment, ...filters } = slice.filters;
  if (segment !== undefined) return null;
  const audited: AuditSlice = { kind: "mystery", from: slice.from, to: slice.to, filters };
  const audits = await getAuditResult(scope, audited);
  if (audits.failed.n === 0) return null;
  const customers = calculateFigure((await getMetricDistribution(dashboard)).current);
  return { audits, customers, comparison: compareWithCustomers(audits.figure, customers, metric, minimumN) };
}
