import "server-only";
import { cache } from "react";
import { distributionFromRows, type MetricKey, type ScoreDistribution } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { everyAnswerInPeriod } from "../answers-sql";
import { groupRows } from "../group-rows";
import type { Slice } from "../schema";
import { questionIdentity } from "../survey-questions";

/**
 * The slice's answers to each scored question of a survey, whatever the version, by `questionIdentity`. Questions without
 * an answer are missing; of another organization's survey there is none.
 */
export const listQuestionDistributions = cache(
  async (scope: Scope, slice: Slice, surveyId: string): Promise<Map<string, ScoreDistribution>> => {
    type Row = { key: string; metric: MetricKey; score: number; count: number };
    const rows = await withScope(
      scope,
      (tx) => tx.$queryRaw<Row[]>`
        select questions.key, answers.metric::text as metric, answers.score::int as score, count(*)::int as count
          from answers
          join questions on questions.organization_id = answers.organization_id
                        and questions.id = answers.question_id
          join survey_versions on survey_versions.organization_id = questions.organization_id
                              and survey_versions.id = questions.survey_version_id
         where ${everyAnswerInPeriod(scope, slice)} and survey_versions.survey_id = ${surveyId}::uuid
         group by 1, 2, 3`,
    );
    return new Map(
      Array.from(groupRows(rows, questionIdentity), ([identity, some]) => [
        identity,
        distributionFromRows(some[0]?.metric as MetricKey, some),
      ]),
    );
  },
);
