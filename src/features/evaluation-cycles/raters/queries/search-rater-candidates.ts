import "server-only";
import { searchCustomers } from "@/features/people/queries/search-customers";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { startsWithPattern } from "@/server/search-pattern";
import type { CandidateSearch } from "../schema";
import { getNominationSubject } from "./get-nomination-subject";

const MOST_FOUND = 20;

/** Somebody who could be nominated, as a combobox shows it. */
export type CandidateOption = { value: string; label: string; detail?: string };

/**
 * At most 20 people whose name (any word of it) begins with what was typed: employees (for a team's or location's own people,
 * those who work there; else colleagues from anywhere, the subject's own team and location first), or for the group of
 * customers, customers as `searchCustomers` finds them. NotFoundError for a subject whose raters are not one's own to choose.
 */
export async function searchRaterCandidates(
  scope: Scope,
  { subjectId, raterGroup, query }: CandidateSearch,
): Promise<CandidateOption[]> {
  const subject = await withScope(scope, (tx) => getNominationSubject(tx, scope, subjectId));
  if (raterGroup === "customer") {
    const found = await searchCustomers(scope, query);
    return found.map(({ id, name, email, externalReference, segment }) => ({
      value: id,
      label: name ?? email ?? externalReference ?? "–",
      detail: [name ? email : null, externalReference, segment].filter(Boolean).join(" · "),
    }));
  }
  const start = startsWithPattern(query.trim());
  const isOwnPeople = raterGroup === "member";
  return withScope(
    scope,
    (tx) => tx.$queryRaw<CandidateOption[]>`
      with own as (
        select coalesce(${subject.teamId}::uuid, e.team_id) as team_id,
               coalesce(${subject.locationId}::uuid, e.location_id) as location_id
          from (select 1) one
          left join employees e on e.organization_id = ${scope.organizationId}::uuid
                               and e.id = ${subject.employeeId}::uuid)
      select e.id as value, e.name as label, concat_ws(' · ', e.title, t.name, l.name) as detail
        from employees e
        join locations l on l.organization_id = e.organization_id and l.id = e.location_id
        left join teams t on t.organization_id = e.organization_id and t.id = e.team_id
        cross join own
       where e.organization_id = ${scope.organizationId}::uuid and e.archived_at is null
         and e.id is distinct from ${subject.employeeId}::uuid
         and (e.name ilike ${start} or e.name ilike ${`% ${start}`})
         and (not ${isOwnPeople} or e.team_id = ${subject.teamId}::uuid or e.location_id = ${subject.locationId}::uuid)
         and not exists (
           select from evaluation_ratings g
             join evaluation_raters r on r.organization_id = g.organization_id and r.id = g.rater_id
            where g.organization_id = e.organization_id and g.subject_id = ${subject.id}::uuid
              and r.employee_id = e.id and g.withdrawn_at is null and g.status <> 'refused')
       order by (e.team_id = own.team_id) is true desc, (e.location_id = own.location_id) is true desc,
                e.name collate "fi-x-icu", e.id
       limit ${MOST_FOUND}`,
  );
}
