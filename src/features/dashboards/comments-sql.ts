import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { MetricKey } from "@/metrics/score-distribution";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import { bandOfScore } from "@/metrics/segments";
import type { Scope } from "@/server/scope";
import { attributionConditions } from "./attribution-sql";
import { bandOf } from "./comment-bands";
import type { CommentBand, CommentFilters, Slice } from "./schema";

/** The words searched for, understood in the language the response was given in. */
export function searchQuery(words: string): Prisma.Sql {
  return Prisma.sql`case responses.language
    when 'fi' then websearch_to_tsquery('finnish', ${words})
    when 'sv' then websearch_to_tsquery('swedish', ${words})
    else websearch_to_tsquery('english', ${words}) end`;
}

/** SQL condition on "responses" and their "main_answers": the commented ones of the period that the filters let through. */
export function commentsInPeriod(scope: Scope, slice: Slice, filters: CommentFilters): Prisma.Sql {
  const conditions = [
    Prisma.sql`responses.organization_id = ${scope.organizationId}::uuid`,
    Prisma.sql`responses.answered_at >= ${slice.from}::timestamptz`,
    Prisma.sql`responses.answered_at < ${slice.to}::timestamptz`,
    // As the index responses_with_words_idx has it.
    Prisma.sql`(responses.comment is not null or responses.follow_up is not null)`,
    attributionConditions(scope, slice.filters, "responses"),
  ];
  if (tellsMoreThanTheList(scope, slice)) conditions.push(namedOrAmongEnough(scope, slice));
  if (filters.query) conditions.push(Prisma.sql`responses.searchable @@ (${searchQuery(filters.query)})`);
  if (filters.metric) conditions.push(Prisma.sql`main_answers.metric = ${filters.metric}::"MetricKey"`);
  if (filters.score !== null) conditions.push(Prisma.sql`main_answers.score = ${filters.score}::int`);
  if (filters.band) conditions.push(bandCondition(filters.band));
  return Prisma.join(conditions, " and ");
}

/** Whether being in the slice tells something of an anonymous comment that the list itself does not show. */
function tellsMoreThanTheList(scope: Scope, { filters }: Slice): boolean {
  return Boolean(scope.role === "employee" || filters.employee || filters.segment || filters.encounterType);
}

/** Anonymous comments are shown only among as many anonymous answers of the slice as the organization's figures need. */
function namedOrAmongEnough(scope: Scope, slice: Slice): Prisma.Sql {
  return Prisma.sql`(
    responses.encounter_id is not null or responses.answer_import_id is not null
    or (select count(*) from responses as anonymous
         where anonymous.organization_id = ${scope.organizationId}::uuid and anonymous.encounter_id is null and anonymous.answer_import_id is null
           and anonymous.answered_at >= ${slice.from}::timestamptz and anonymous.answered_at < ${slice.to}::timestamptz
           and ${attributionConditions(scope, slice.filters, "anonymous")})
       >= (select minimum_n from organizations where id = ${scope.organizationId}::uuid))`;
}

/** The scores of a band on every metric: the bounds are those of src/metrics, not repeated here. */
function bandCondition(band: CommentBand): Prisma.Sql {
  const alternatives = (Object.keys(METRIC_SCALES) as MetricKey[]).map((metric) => {
    const { min, max } = METRIC_SCALES[metric];
    const scores = Array.from({ length: max - min + 1 }, (_, index) => min + index).filter(
      (score) => bandOfScore(metric, score) === bandOf(metric, band),
    );
    return Prisma.sql`(main_answers.metric = ${metric}::"MetricKey" and main_answers.score = any(${scores}::int[]))`;
  });
  return Prisma.sql`(${Prisma.join(alternatives, " or ")})`;
}
