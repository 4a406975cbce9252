import "server-only";
import { findSelectiveInviting, type SelectiveInviting } from "@/metrics/selective-inviting";
import type { Dashboard } from "../dashboard";
import { countFunnel } from "../funnel";
import { listGroupOutcomes } from "../queries/list-group-outcomes";

export type InvitingRow = SelectiveInviting["groups"][number] & {
  name: string;
  encounters: number;
  invited: number;
};

export type Inviting = { target: number | null; rows: InvitingRow[] };

/** How large a share of each employee's customers was invited, those outside the funnel limits first, then by name. */
export async function getInviting(
  dashboard: Dashboard,
  nameOf: (employeeId: string) => string,
  locale: string,
): Promise<Inviting> {
  const outcomes = await listGroupOutcomes(dashboard.scope, dashboard.slice, "employee");
  const counts = new Map(Array.from(outcomes, ([id, some]) => [id, countFunnel(some)]));
  const { target, groups } = findSelectiveInviting(
    Array.from(counts, ([id, { encounters, invited }]) => ({ id, encounters, invited })),
  );
  const collator = new Intl.Collator(locale, { numeric: true });
  const rows = groups.map((group) => ({
    ...group,
    name: nameOf(group.id),
    encounters: counts.get(group.id)?.encounters ?? 0,
    invited: counts.get(group.id)?.invited ?? 0,
  }));
  rows.sort((a, b) => order(a.outside) - order(b.outside) || collator.compare(a.name, b.name));
  return { target, rows };
}

function order(outside: InvitingRow["outside"]): number {
  return outside === "below" ? 0 : outside === "above" ? 1 : 2;
}
