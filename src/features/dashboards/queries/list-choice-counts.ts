import "server-only";
import { cache } from "react";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { attributionConditions } from "../attribution-sql";
import { groupRows } from "../group-rows";
import type { Slice } from "../schema";

/** How many people answered a question with options, and how many of them chose each. */
export type ChoiceCounts = { n: number; options: Map<string, number> };

/**
 * The slice's answers to the questions with options of a survey, whatever the version, by the question's key and the
 * option's. Options that nobody chose are missing, and questions that nobody answered.
 */
export const listChoiceCounts = cache(
  async (scope: Scope, slice: Slice, surveyId: string): Promise<Map<string, ChoiceCounts>> => {
    type Row = { key: string; optionKey: string | null; people: number };
    const rows = await withScope(
      scope,
      (tx) => tx.$queryRaw<Row[]>`
        select questions.key, chosen_options.option_key as "optionKey",
               count(distinct responses.id)::int as people
          from responses
          join chosen_options on chosen_options.organization_id = responses.organization_id
                             and chosen_options.response_id = responses.id
          join questions on questions.organization_id = chosen_options.organization_id
                        and questions.id = chosen_options.question_id
         where responses.organization_id = ${scope.organizationId}::uuid
           and responses.survey_id = ${surveyId}::uuid
           and responses.answered_at >= ${slice.from}::timestamptz
           and responses.answered_at < ${slice.to}::timestamptz
           and questions.kind = 'choice'
           and ${attributionConditions(scope, slice.filters, "responses")}
         group by grouping sets ((1, 2), (1))`,
    );
    return new Map(
      Array.from(
        groupRows(rows, (row) => row.key),
        ([key, some]) => [
          key,
          {
            n: some.find(({ optionKey }) => optionKey === null)?.people ?? 0,
            options: new Map(
              some.flatMap(({ optionKey, people }) => (optionKey === null ? [] : [[optionKey, people]])),
            ),
          },
        ],
      ),
    );
  },
);
