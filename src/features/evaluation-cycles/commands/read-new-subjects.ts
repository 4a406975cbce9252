import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { EvaluationSubjectKind } from "../schema";

/** Somebody or something to be evaluated, as the row of a subject holds it. */
export type NewSubject = {
  kind: EvaluationSubjectKind;
  employeeId: string | null;
  teamId: string | null;
  locationId: string | null;
  /** Where it belongs now: what cohorts are formed by. */
  ofLocationId: string | null;
  ofTeamId: string | null;
};

/** Employees, teams or locations as new subjects. NotFoundError when one of them is foreign or archived. */
export async function readNewSubjects(
  tx: Transaction,
  scope: Scope,
  kind: EvaluationSubjectKind,
  ids: readonly string[],
): Promise<NewSubject[]> {
  const wanted = [...new Set(ids)];
  const where = { organizationId: scope.organizationId, id: { in: wanted }, archivedAt: null };
  const found = await readOfKind();
  if (found.length < wanted.length) throw new NotFoundError();
  return found;

  async function readOfKind(): Promise<NewSubject[]> {
    const nobody = { kind, employeeId: null, teamId: null, locationId: null, ofTeamId: null };
    switch (kind) {
      case "employee": {
        const select = { id: true, locationId: true, teamId: true } as const;
        const employees = await tx.employee.findMany({ where, select, orderBy: { id: "asc" } });
        return employees.map(({ id, locationId, teamId }) => ({
          ...nobody,
          employeeId: id,
          ofLocationId: locationId,
          ofTeamId: teamId,
        }));
      }
      case "team": {
        const select = { id: true, locationId: true } as const;
        const teams = await tx.team.findMany({ where, select, orderBy: { id: "asc" } });
        return teams.map(({ id, locationId }) => ({
          ...nobody,
          teamId: id,
          ofLocationId: locationId,
          ofTeamId: id,
        }));
      }
      case "location": {
        const locations = await tx.location.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
        return locations.map(({ id }) => ({ ...nobody, locationId: id, ofLocationId: id }));
      }
    }
  }
}

/**
 * The manager each location's subjects are likely to have: the one member with the role of manager who is limited to some
 * locations and sees this one. Locations with none or several are left out.
 */
export async function readLikelyManagers(
  tx: Transaction,
  scope: Scope,
): Promise<Map<string, { id: string; employeeId: string | null }>> {
  const rows = await tx.$queryRaw<{ locationId: string; id: string; employeeId: string | null }[]>`
    select ml.location_id as "locationId", min(m.id::text) as id, min(m.employee_id::text) as "employeeId"
      from members m
      join member_locations ml on ml.organization_id = m.organization_id and ml.member_id = m.id
     where m.organization_id = ${scope.organizationId}::uuid and m.archived_at is null and m.role = 'manager'
       and not m.all_locations
     group by ml.location_id having count(*) = 1`;
  return new Map(rows.map(({ locationId, ...manager }) => [locationId, manager]));
}
