import "server-only";
import { visibleEncounters } from "@/features/encounters/queries/visible-encounters";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { EncounterChoice } from "../schema";

/** What happened longer ago is not talked about in a hurry. */
const DAYS_BACK = 60;
const MOST_SHOWN = 40;

/**
 * Recent encounters that two colleagues can talk about: the own ones and the colleague's, as far as the scope may see them
 * (for the role "employee" only the own ones). Latest first; `colleagueId` null: nobody was chosen yet.
 * An older one that is asked for by its id comes last.
 */
export async function listEncounterChoices(
  scope: Scope,
  colleagueId: string | null,
  wantedId: string | null = null,
): Promise<EncounterChoice[]> {
  const employeeIds = [scope.employeeId, colleagueId].filter((one) => one !== null);
  if (employeeIds.length === 0 || scope.role === "consultant") return [];
  const since = new Date(scope.now.getTime() - DAYS_BACK * 24 * 3600_000);
  const shared = { AND: [visibleEncounters(scope), { employeeId: { in: employeeIds } }] };
  const rows = await withScope(scope, async (tx) => {
    const recent = await tx.encounter.findMany({
      where: { ...shared, occurredAt: { gte: since, lte: scope.now } },
      select: choiceSelect,
      orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
      take: MOST_SHOWN,
    });
    if (wantedId === null || recent.some(({ id }) => id === wantedId)) return recent;
    const wanted = await tx.encounter.findFirst({ where: { ...shared, id: wantedId }, select: choiceSelect });
    return wanted ? [...recent, wanted] : recent;
  });
  return rows.map(({ touchpoint, customer, ...row }) => ({
    ...row,
    touchpoint: touchpoint.name,
    customer: customer?.name ?? null,
  }));
}

const choiceSelect = {
  id: true,
  occurredAt: true,
  touchpoint: { select: { name: true } },
  customer: { select: { name: true } },
} as const;
