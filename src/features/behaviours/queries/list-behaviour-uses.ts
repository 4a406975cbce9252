import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { BehaviourUses } from "../schema";

/**
 * For each behaviour that the current version of a survey, audit form or competency framework asks about: how many of
 * them. Archived ones, older versions and drafts do not count; a behaviour nothing asks about is not in the answer.
 */
export async function listBehaviourUses(scope: Scope): Promise<Map<string, BehaviourUses>> {
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<({ behaviourId: string } & BehaviourUses)[]>`
      select uses.behaviour_id as "behaviourId",
             count(distinct uses.survey_id)::int as surveys,
             count(distinct uses.form_id)::int as "auditForms",
             count(distinct uses.framework_id)::int as frameworks
        from (select q.behaviour_id, s.id as survey_id, null::uuid as form_id, null::uuid as framework_id
                from surveys s
                join questions q on q.organization_id = s.organization_id
                                and q.survey_version_id = s.current_version_id
               where s.organization_id = ${scope.organizationId}::uuid and s.status <> 'archived'
               union all
              select i.behaviour_id, null::uuid, f.id, null::uuid
                from audit_forms f
                join audit_items i on i.organization_id = f.organization_id
                                  and i.form_version_id = f.current_version_id
               where f.organization_id = ${scope.organizationId}::uuid and f.status <> 'archived'
               union all
              select i.behaviour_id, null::uuid, null::uuid, w.id
                from evaluation_frameworks w
                join evaluation_items i on i.organization_id = w.organization_id
                                       and i.version_id = w.current_version_id
               where w.organization_id = ${scope.organizationId}::uuid and w.status <> 'archived') uses
       where uses.behaviour_id is not null
       group by uses.behaviour_id`,
  );
  return new Map(rows.map(({ behaviourId, ...uses }) => [behaviourId, uses]));
}
