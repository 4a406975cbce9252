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
 */
export async function listEncounterChoices(
  scope: Scope,
  colleagueId: string | null,
): Promise<EncounterChoice[]> {
  const employeeIds = [scope.employeeId, colleagueId].filter((one) => one !== null);
  if (employeeIds.length === 0 || scope.role === "consultant") return [];
  const rows = await withScope(scope, (tx) =>
    tx.encounter.findMany({
      where: {
        AND: [
          visibleEncounters(scope),
          {
            employeeId: { in: employeeIds },
            occurredAt: {
              gte: new Date(scope.now.getTime() - DAYS_BACK * 24 * 3600_000),
              lte: scope.now,
            },
          },
        ],
      },
      select: {
        id: true,
        occurredAt: true,
        touchpoint: { select: { name: true } },
        customer: { select: { name: true } },
      },
      orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
      take: MOST_SHOWN,
    }),
  );
  return rows.map(({ touchpoint, customer, ...row }) => ({
    ...row,
    touchpoint: touchpoint.name,
    customer: customer?.name ?? null,
  }));
}
