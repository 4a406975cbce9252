import "server-only";
import type { EmployeeOption } from "@/features/people/schema";
import type { Scope } from "@/server/scope";
import type { DashboardChoices } from "./choices";
import { listDashboardEmployees, listEmployeesHere } from "./queries/list-dashboard-employees";

type Page = { readonly scope: Scope; readonly choices: DashboardChoices };

/**
 * The same page knowing the names of these employees: an organization can have thousands, and a page names a few. Ids that
 * the scope may not know stay unknown; null (an answer that belongs to nobody) is passed over.
 */
export async function nameEmployees<P extends Page>(page: P, ids: Iterable<string | null>): Promise<P> {
  const missing = findMissing(page.choices, ids);
  if (missing.length === 0) return page;
  return withEmployees(page, await listDashboardEmployees(page.scope, { ids: missing }));
}

/**
 * The same page knowing all employees that a table of them lists: those who work here, and whoever else has figures.
 * @param ids of those with figures
 */
export async function nameAllEmployees<P extends Page>(page: P, ids: Iterable<string>): Promise<P> {
  if (page.choices.hasAllEmployees || page.scope.role === "employee") return page;
  return nameEmployees(withEmployees(page, await listEmployeesHere(page.scope)), ids);
}

function findMissing(
  { employees, hasAllEmployees }: DashboardChoices,
  ids: Iterable<string | null>,
): string[] {
  if (hasAllEmployees) return [];
  const known = new Set(employees.map(({ id }) => id));
  return [...new Set(ids)].filter((id): id is string => id !== null && !known.has(id));
}

function withEmployees<P extends Page>(page: P, some: readonly EmployeeOption[]): P {
  const { choices } = page;
  const known = new Map([...choices.employees, ...some].map((employee) => [employee.id, employee]));
  return { ...page, choices: { ...choices, employees: [...known.values()] } };
}
