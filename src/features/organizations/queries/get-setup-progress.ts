import "server-only";
import type { SetupProgress } from "@/features/organizations/setup-steps";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** How far the organization has come from empty to its first encounter, in one query over what is really there. */
export async function getSetupProgress(scope: Scope): Promise<SetupProgress> {
  const organizationId = scope.organizationId;
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<
      {
        touchpoints: number;
        employees: number;
        locations: number;
        hasEncounterType: boolean;
        hasSurvey: boolean;
        hasEncounter: boolean;
        finishedAt: Date | null;
      }[]
    >`
      select o.setup_done_at as "finishedAt",
             (select count(*)::int from touchpoints t
               where t.organization_id = o.id and t.archived_at is null) as touchpoints,
             (select count(*)::int from employees e
               where e.organization_id = o.id and e.archived_at is null) as employees,
             (select count(*)::int from locations l
               where l.organization_id = o.id and l.archived_at is null) as locations,
             exists (select from encounter_types y
                      where y.organization_id = o.id and y.archived_at is null) as "hasEncounterType",
             exists (select from surveys s
                      where s.organization_id = o.id and s.current_version_id is not null
                        and s.archived_at is null) as "hasSurvey",
             exists (select from encounters n where n.organization_id = o.id) as "hasEncounter"
        from organizations o where o.id = ${organizationId}::uuid`,
  );
  const row = rows[0];
  if (!row) throw new Error("the organization of a scope is gone");
  return {
    isDone: {
      journey: row.touchpoints > 0,
      employees: row.employees > 0,
      encounterType: row.hasEncounterType,
      survey: row.hasSurvey,
      encounter: row.hasEncounter,
    },
    touchpoints: row.touchpoints,
    employees: row.employees,
    locations: row.locations,
    finishedAt: row.finishedAt,
  };
}
