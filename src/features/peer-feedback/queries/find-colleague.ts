import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";

export type FoundColleague = {
  id: string;
  name: string;
  /** The team in use, to remember where the person belonged. */
  teamId: string | null;
  showsOnWall: boolean;
  /** The accounts through which the person reads what is written to him or her; empty for those without. */
  memberIds: string[];
};

/**
 * Another employee who still works here, wherever that is, inside a transaction. NotFoundError for nobody of this
 * organization; InvalidInputError at the field `colleagueId` for oneself and for whoever has left.
 */
export async function findColleague(
  tx: Transaction,
  scope: Scope,
  employeeId: string,
): Promise<FoundColleague> {
  const { organizationId } = scope;
  const employee = await tx.employee.findFirst({
    where: { organizationId, id: employeeId },
    select: {
      id: true,
      name: true,
      archivedAt: true,
      teamId: true,
      team: { select: { archivedAt: true } },
      showsOnWall: true,
      members: {
        where: { archivedAt: null, role: { not: "consultant" } },
        select: { id: true },
        orderBy: { id: "asc" },
      },
    },
  });
  if (!employee) throw new NotFoundError();
  if (employee.id === scope.employeeId) throw new InvalidInputError({ colleagueId: "notYourself" });
  if (employee.archivedAt) throw new InvalidInputError({ colleagueId: "colleagueGone" });
  return {
    id: employee.id,
    name: employee.name,
    teamId: employee.team?.archivedAt ? null : employee.teamId,
    showsOnWall: employee.showsOnWall,
    memberIds: employee.members.map((member) => member.id),
  };
}
