import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { findAnswerImport } from "./find-answer-import";

/**
 * The first and last day of the answers an import stored, ISO, on the organization's clock; null when it stored none.
 * Throws NotFoundError.
 */
export async function findAnswerImportDays(
  scope: Scope,
  importId: string,
): Promise<{ first: string; last: string } | null> {
  return withScope(scope, async (tx) => {
    await findAnswerImport(tx, scope, importId);
    const [days] = await tx.$queryRaw<{ first: string | null; last: string | null }[]>`
      select to_char(min(answered_at) at time zone ${scope.timeZone}, 'YYYY-MM-DD') as first,
             to_char(max(answered_at) at time zone ${scope.timeZone}, 'YYYY-MM-DD') as last
        from responses
       where organization_id = ${scope.organizationId}::uuid and answer_import_id = ${importId}::uuid`;
    return days?.first && days.last ? { first: days.first, last: days.last } : null;
  });
}
