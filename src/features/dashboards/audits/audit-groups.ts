import "server-only";
import { type AuditGroup, listAuditGroups } from "@/features/audit-results/figures/results";
import type { AuditDimension } from "@/features/audit-results/schema";
import { listDimensionValues } from "../choices";
import { nameEmployees } from "../known-employees";
import type { Texts } from "../make-texts";
import type { AuditDashboard } from "./audit-dashboard";

export type NamedAuditGroup = AuditGroup & { name: string; isKnown: boolean };

/**
 * The touchpoints, locations or named employees that were audited. In the order of the organization (employees: by name);
 * sorted by score only as far as that is known: by the shrunken estimate, provisional ones last and without a rank.
 */
export async function listNamedGroups(
  page: AuditDashboard,
  by: AuditDimension,
  texts: Texts,
): Promise<NamedAuditGroup[]> {
  const groups = await listAuditGroups(page.scope, page.slice, by);
  const dashboard =
    by === "employee"
      ? await nameEmployees(
          page,
          groups.map(({ id }) => id),
        )
      : page;
  const places = new Map(listDimensionValues(dashboard.choices, by).map((id, index) => [id, index]));
  const named = groups.map((group) => ({
    ...group,
    name: texts.nameOf(dashboard, by, group.id),
    isKnown: places.has(group.id),
  }));
  const { sort } = page.parameters;
  if (sort === "-score") return named;
  if (sort === "score") {
    const ranked = named.filter(({ rank }) => rank !== null);
    return [...ranked.reverse(), ...named.filter(({ rank }) => rank === null)];
  }
  const collator = new Intl.Collator(texts.locale, { numeric: true });
  named.sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  if (by === "employee") return named;
  return named.sort((a, b) => (places.get(a.id) ?? places.size) - (places.get(b.id) ?? places.size));
}
