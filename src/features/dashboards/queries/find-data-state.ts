import "server-only";
import { cache } from "react";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { attributionConditions } from "../attribution-sql";

/** How far the organization (or what the scope sees of it) has come; decides what an empty dashboard says. */
export type DataState = { hasEncounters: boolean; hasPublishedSurvey: boolean; hasAnswers: boolean };

/** Whether there is anything to show at all, at any time. */
export const findDataState = cache(async (scope: Scope): Promise<DataState> => {
  const { organizationId } = scope;
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<DataState[]>`
      select exists (select 1 from encounters where encounters.organization_id = ${organizationId}::uuid
                       and ${attributionConditions(scope, {}, "encounters")}) as "hasEncounters",
             exists (select 1 from survey_versions where organization_id = ${organizationId}::uuid) as "hasPublishedSurvey",
             exists (select 1 from answers where answers.organization_id = ${organizationId}::uuid and answers.is_main
                       and ${attributionConditions(scope, {}, "answers")}) as "hasAnswers"`,
  );
  return rows[0] ?? { hasEncounters: false, hasPublishedSurvey: false, hasAnswers: false };
});
