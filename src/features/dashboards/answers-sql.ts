import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import { attributionConditions } from "./attribution-sql";
import type { Slice } from "./schema";

/**
 * SQL condition: the answers of the slice's period, those to extra scored questions included: only for figures of one
 * question at a time. Organization and time come first, as the index (organization_id, answered_at) has them.
 */
export function everyAnswerInPeriod(scope: Scope, slice: Slice): Prisma.Sql {
  return Prisma.sql`answers.organization_id = ${scope.organizationId}::uuid
    and answers.answered_at >= ${slice.from}::timestamptz
    and answers.answered_at < ${slice.to}::timestamptz
    and ${attributionConditions(scope, slice.filters, "answers")}`;
}
