import "server-only";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import type { AnswerMapping, MappingProblem } from "../mapping";
import { findAnswerImport } from "../queries/find-answer-import";
import { loadKnownThings } from "../queries/load-known-things";
import { idsOf, judgeMapping } from "../rules/judge-mapping";
import type { FileProfile } from "../rules/profile-rows";
import { clearDateForm } from "../rules/suggest-mapping";

/**
 * Says what the columns of an uploaded file mean. Kept also while something is missing: the problems are given back. A date
 * column without a form gets the one its cells can be read in, when there is one.
 */
export async function mapAnswerImport(
  scope: Scope,
  importId: string,
  input: AnswerMapping,
): Promise<{ id: string; problems: MappingProblem[] }> {
  return withScope(scope, async (tx) => {
    await tx.$queryRaw`
      select 1 from answer_imports
       where organization_id = ${scope.organizationId}::uuid and id = ${importId}::uuid for update`;
    const { profile } = await findAnswerImport(tx, scope, importId, ["uploaded"]);
    const mapping = withClearDates(input, profile);
    await tx.answerImport.update({ where: key(scope, importId), data: { mapping }, select: { id: true } });
    const things = await loadKnownThings(tx, scope);
    return { id: importId, problems: judgeMapping(mapping, profile.header, idsOf(things)) };
  });
}

function withClearDates(mapping: AnswerMapping, profile: FileProfile): AnswerMapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column) => {
      if (column.use !== "date" || column.form !== null) return column;
      const found = profile.columns.find((known) => known.column === column.column);
      return { ...column, form: found ? clearDateForm(found) : null };
    }),
  };
}
