import "server-only";
import { visibleEncounters } from "@/features/encounters/queries/visible-encounters";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/**
 * Checks that two colleagues may talk about an encounter, inside a transaction: it is the own one or the colleague's, and
 * the scope may see it; else NotFoundError. Null passes: none was chosen.
 */
export async function requireEncounterBetween(
  tx: Transaction,
  scope: Scope,
  encounterId: string | null,
  colleagueId: string,
): Promise<void> {
  if (encounterId === null) return;
  if (scope.role === "consultant") throw new NotFoundError();
  const found = await tx.encounter.findFirst({
    where: {
      AND: [
        visibleEncounters(scope),
        {
          id: encounterId,
          employeeId: { in: [scope.employeeId, colleagueId].filter((one) => one !== null) },
        },
      ],
    },
    select: { id: true },
  });
  if (!found) throw new NotFoundError();
}
