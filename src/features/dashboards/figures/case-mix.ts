import "server-only";
import { type CaseMixComparison, compareWithCaseMix } from "@/metrics/case-mix";
import type { Dashboard } from "../dashboard";
import { listMixDistributions } from "../queries/list-mix-distributions";

/** One employee against the organization on the same mix of touchpoints and channels; null when nothing compares. */
export async function getCaseMix(
  dashboard: Dashboard,
  employeeId: string,
): Promise<CaseMixComparison | null> {
  const { scope, contextSlice, metric } = dashboard;
  const { byEmployee, everybody } = await listMixDistributions(scope, contextSlice, metric, [employeeId]);
  const own = byEmployee.get(employeeId);
  return own ? compareWithCaseMix(own, everybody) : null;
}
