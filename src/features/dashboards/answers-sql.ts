import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import { attributionConditions } from "./attribution-sql";
import type { Slice } from "./schema";

/**
 * SQL condition: the answers to main questions in a slice, from the beginning of its previous period if it has one.
 * Organization and time come first, as the index (organization_id, answered_at) has them; the rest filters what it finds.
 */
export function answersInSlice(scope: Scope, slice: Slice): Prisma.Sql {
  return Prisma.sql`${withExtraAnswers(scope, slice)} and answers.is_main`;
}

/** The same without the previous period. */
export function answersInPeriod(scope: Scope, slice: Slice): Prisma.Sql {
  return answersInSlice(scope, { ...slice, previousFrom: null });
}

/** The same, extra scored questions included: only for figures of one question at a time. */
export function everyAnswerInPeriod(scope: Scope, slice: Slice): Prisma.Sql {
  return withExtraAnswers(scope, { ...slice, previousFrom: null });
}

function withExtraAnswers(scope: Scope, slice: Slice): Prisma.Sql {
  return Prisma.sql`answers.organization_id = ${scope.organizationId}::uuid
    and answers.answered_at >= ${slice.previousFrom ?? slice.from}::timestamptz
    and answers.answered_at < ${slice.to}::timestamptz
    and ${attributionConditions(scope, slice.filters, "answers")}`;
}
