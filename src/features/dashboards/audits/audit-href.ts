import { type DashboardParameters, toSearchParameters } from "../schema";
import { AUDIT_PERIOD, type AuditDashboard } from "./audit-dashboard";

type Addressed = Pick<AuditDashboard, "parameters" | "form" | "slug" | "kind">;
type Changes = Partial<DashboardParameters> & { form?: string | null };

/** A page of audit results with the current filters, some of them changed; the order starts anew unless it is changed. */
export function auditHref(page: Addressed, pathname: string, changes: Changes = {}): string {
  return withQuery(pathname, search(page, { sort: "default", ...changes }));
}

/** A dashboard of the customers' answers with the same period and filters. */
export function customersHref(page: Addressed, path: string, changes: Changes = {}): string {
  const { form: _, ...parameters } = search(page, { sort: "default", interval: "auto", ...changes });
  // What is left out here is a year, there three months.
  return withQuery(`/o/${page.slug}${path}`, { period: AUDIT_PERIOD, ...parameters });
}

/** Where the CSV of one table or chart of a page of audit results is. */
export function auditExportHref(page: Addressed, table: string, changes: Changes = {}): string {
  return withQuery(`/o/${page.slug}/export/${table}`, {
    ...search(page, changes),
    ...(page.kind === "observation" ? { kind: page.kind } : {}),
  });
}

function search(page: Addressed, { form = page.form, ...changes }: Changes): Record<string, string> {
  const parameters = { ...page.parameters, ...changes };
  const { period: _, ...rest } = toSearchParameters(parameters);
  const { period } = parameters;
  const written = typeof period === "object" ? "custom" : period;
  return {
    ...(written === AUDIT_PERIOD ? {} : { period: written }),
    ...rest,
    ...(form === null ? {} : { form }),
  };
}

function withQuery(pathname: string, parameters: Record<string, string>): string {
  const query = new URLSearchParams(parameters).toString();
  return query ? `${pathname}?${query}` : pathname;
}
