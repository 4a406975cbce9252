import "server-only";
import { cache } from "react";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { mergeVersions, type SurveyQuestion, type VersionQuestion } from "../survey-questions";

/** What the results of a survey are about; without questions as long as it has not been published. */
export type SurveyQuestions = {
  id: string;
  name: string;
  /** The organization's language, in which every text exists. */
  language: string;
  questions: SurveyQuestion[];
};

/**
 * A survey's name and the questions of all its published versions.
 * @throws NotFoundError when missing or foreign
 */
export const getSurveyQuestions = cache(async (scope: Scope, surveyId: string): Promise<SurveyQuestions> => {
  type Row = { name: string; language: string } & (VersionQuestion | { key: null });
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<Row[]>`
      select surveys.name, organizations.language, survey_versions.number as version, questions.position,
             questions.key, questions.kind::text as kind, questions.is_main as "isMain",
             questions.metric::text as metric, questions.texts
        from surveys
        join organizations on organizations.id = surveys.organization_id
        left join survey_versions on survey_versions.organization_id = surveys.organization_id
                                 and survey_versions.survey_id = surveys.id
        left join questions on questions.organization_id = survey_versions.organization_id
                           and questions.survey_version_id = survey_versions.id
       where surveys.organization_id = ${scope.organizationId}::uuid and surveys.id = ${surveyId}::uuid`,
  );
  const [survey] = rows;
  if (!survey) throw new NotFoundError();
  return {
    id: surveyId,
    name: survey.name,
    language: survey.language,
    questions: mergeVersions(rows.flatMap((row) => (row.key === null ? [] : [row]))),
  };
});
