import "server-only";
import type { Figure } from "@/metrics/figure";
import type { FunnelCounts } from "@/metrics/response-funnel";
import { calculateResponseRate } from "@/metrics/response-rate";
import { findSelectiveInviting, type SelectiveInviting } from "@/metrics/selective-inviting";
import { listDimensionValues } from "../choices";
import type { Dashboard } from "../dashboard";
import { countFunnel } from "../funnel";
import { nameAllEmployees } from "../known-employees";
import { listGroupOutcomes } from "../queries/list-group-outcomes";
import type { Dimension } from "../schema";
import { toInvitations } from "./response";

/** How far one group's encounters came; `figure` is the share of them that was invited. */
export type InvitingRow = SelectiveInviting["groups"][number] & {
  name: string;
  funnel: FunnelCounts;
  rate: Figure;
};

export type Inviting = {
  /** The page, knowing the names of all groups. */
  dashboard: Dashboard;
  dimension: Dimension;
  /** The invited share of all together; null without encounters. */
  target: number | null;
  /** Groups are compared with the limits of chance: of people, who may choose whom to ask. */
  hasLimits: boolean;
  rows: InvitingRow[];
};

/**
 * From encounters to answers by employee, touchpoint …: employees outside the funnel limits first, then by name; others in
 * the order the organization itself uses.
 */
export async function getInviting(
  page: Dashboard,
  dimension: Dimension,
  nameOf: (dashboard: Dashboard, value: string) => string,
  locale: string,
): Promise<Inviting> {
  const outcomes = await listGroupOutcomes(page.scope, page.slice, dimension);
  const hasLimits = dimension === "employee";
  const dashboard = hasLimits ? await nameAllEmployees(page, outcomes.keys()) : page;
  const counts = new Map(Array.from(outcomes, ([id, some]) => [id, countFunnel(some)]));
  const { target, groups } = findSelectiveInviting(
    Array.from(counts, ([id, { encounters, invited }]) => ({ id, encounters, invited })),
  );
  const rows = groups.map((group): InvitingRow => {
    const funnel = counts.get(group.id) ?? countFunnel(new Map());
    const rate = calculateResponseRate(toInvitations(funnel));
    const judged = hasLimits ? group : { ...group, limits: null, outside: null };
    return { ...judged, name: nameOf(dashboard, group.id), funnel, rate };
  });
  const collator = new Intl.Collator(locale, { numeric: true });
  const places = new Map(
    hasLimits ? [] : listDimensionValues(dashboard.choices, dimension).map((id, index) => [id, index]),
  );
  const place = ({ id }: InvitingRow) => places.get(id) ?? places.size;
  rows.sort(
    (a, b) => order(a.outside) - order(b.outside) || place(a) - place(b) || collator.compare(a.name, b.name),
  );
  return { dashboard, dimension, target, hasLimits, rows };
}

function order(outside: InvitingRow["outside"]): number {
  return outside === "below" ? 0 : outside === "above" ? 1 : 2;
}
