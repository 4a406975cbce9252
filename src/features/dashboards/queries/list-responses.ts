import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Channel } from "@/generated/prisma/enums";
import type { MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { attributionConditions } from "../attribution-sql";
import type { DimensionFilters } from "../schema";

/** A response as programs read it. What an anonymous one does not tell is null (docs/decisions/0007). */
export type ResponseRow = {
  id: string;
  /** Of an anonymous response the first moment of its day. */
  answeredAt: Date;
  isAnonymous: boolean;
  isImported: boolean;
  encounterId: string | null;
  surveyId: string | null;
  language: string;
  touchpointId: string;
  employeeId: string | null;
  locationId: string | null;
  encounterTypeId: string | null;
  channel: Channel;
  segment: string | null;
  followUp: string | null;
  comment: string | null;
  /** The main question first. */
  scores: { question: string; isMain: boolean; metric: MetricKey; score: number }[];
  choices: { question: string; option: string }[];
};

/** Where a page begins: after this response, in the order of time and id. */
export type ResponsePlace = { answeredAt: Date; id: string };

/**
 * The responses of a period [from, to), oldest first, after a place. Going on from the last row reads every response that was
 * there at the beginning once, whatever is stored meanwhile.
 */
export async function listResponses(
  scope: Scope,
  { from, to, filters }: { from: Date; to: Date; filters: DimensionFilters },
  { after, limit }: { after: ResponsePlace | null; limit: number },
): Promise<ResponseRow[]> {
  const beginning = after
    ? Prisma.sql`and (responses.answered_at, responses.id) > (${after.answeredAt}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  // The place says "from here on" to the index too, which the comparison of pairs alone would not do for time zones' sake.
  const start = after && after.answeredAt > from ? after.answeredAt : from;
  return withScope(
    scope,
    (tx) => tx.$queryRaw<ResponseRow[]>`
      with page as materialized (
        select responses.*, responses.encounter_id is null and responses.answer_import_id is null as is_anonymous
          from responses
         where responses.organization_id = ${scope.organizationId}::uuid
           and responses.answered_at >= ${start}::timestamptz and responses.answered_at < ${to}::timestamptz
           ${beginning}
           and ${attributionConditions(scope, filters, "responses")}
           and ${withoutTellingMore(scope, filters)}
         order by responses.answered_at, responses.id
         limit ${limit}
      )
      select page.id, answered_at as "answeredAt", is_anonymous as "isAnonymous",
             answer_import_id is not null as "isImported", encounter_id as "encounterId", survey_id as "surveyId",
             language, touchpoint_id as "touchpointId",
             case when not is_anonymous then employee_id end as "employeeId", location_id as "locationId",
             case when not is_anonymous then encounter_type_id end as "encounterTypeId", channel::text as channel,
             case when not is_anonymous then segment end as segment, follow_up as "followUp", comment,
             coalesce((select json_agg(json_build_object('question', q.key, 'isMain', a.is_main, 'metric', a.metric,
                                                         'score', a.score) order by a.is_main desc, q.position)
                         from answers a
                         join questions q on q.organization_id = a.organization_id and q.id = a.question_id
                        where a.organization_id = ${scope.organizationId}::uuid and a.response_id = page.id),
                      '[]') as scores,
             coalesce((select json_agg(json_build_object('question', q.key, 'option', c.option_key)
                                       order by q.position, c.option_key)
                         from chosen_options c
                         join questions q on q.organization_id = c.organization_id and q.id = c.question_id
                        where c.organization_id = ${scope.organizationId}::uuid and c.response_id = page.id),
                      '[]') as choices
        from page
       order by answered_at, page.id`,
  );
}

/**
 * SQL condition: narrowed by what an anonymous response does not tell, the list has none of them; to be in it would tell.
 * Comments on the screens may be among enough others, but here each response has an id to put two lists together by.
 */
function withoutTellingMore(
  scope: Scope,
  { employee, encounterType, segment }: DimensionFilters,
): Prisma.Sql {
  const tells = scope.role === "employee" || employee || encounterType || segment;
  return tells
    ? Prisma.sql`(responses.encounter_id is not null or responses.answer_import_id is not null)`
    : Prisma.sql`true`;
}
