import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { type AnswerMapping, answerMapping } from "../mapping";
import { findAnswerImport } from "../queries/find-answer-import";
import { requireAnswerImports } from "../queries/require-answer-imports";
import { mapAnswerImport } from "./map-answer-import";

/** Keeps a mapping under a name for the next file; one of the same name is replaced. */
export async function saveAnswerMapping(
  scope: Scope,
  name: string,
  mapping: AnswerMapping,
): Promise<{ id: string }> {
  requireAnswerImports(scope);
  const { organizationId } = scope;
  return withScope(scope, (tx) =>
    tx.answerImportMapping.upsert({
      where: { organizationId_name: { organizationId, name } },
      create: { organizationId, name, mapping, createdByUserId: scope.userId },
      update: { mapping },
      select: { id: true },
    }),
  );
}

/** Uses a saved mapping for an uploaded file; columns the file does not have are left out and named. */
export async function applyAnswerMapping(
  scope: Scope,
  importId: string,
  saved: { id: string } | { name: string },
): Promise<{ id: string; missingColumns: string[] }> {
  const { mapping, header } = await withScope(scope, async (tx) => {
    const { profile } = await findAnswerImport(tx, scope, importId, ["uploaded"]);
    const found = await tx.answerImportMapping.findFirst({
      where: { organizationId: scope.organizationId, ...saved },
      select: { mapping: true },
    });
    if (!found) throw new NotFoundError();
    return { mapping: answerMapping.parse(found.mapping), header: profile.header };
  });
  const columns = mapping.columns.filter(({ column }) => header.includes(column));
  await mapAnswerImport(scope, importId, { ...mapping, columns });
  const missing = mapping.columns.filter(
    (column) => column.use !== "ignore" && !header.includes(column.column),
  );
  return { id: importId, missingColumns: missing.map(({ column }) => column) };
}

/** Forgets a saved mapping; imports made with it keep theirs. Throws NotFoundError. */
export async function deleteAnswerMapping(scope: Scope, mappingId: string): Promise<{ id: string }> {
  requireAnswerImports(scope);
  return withScope(scope, async (tx) => {
    const deleted = await tx.answerImportMapping.deleteMany({
      where: { organizationId: scope.organizationId, id: mappingId },
    });
    if (deleted.count === 0) throw new NotFoundError();
    return { id: mappingId };
  });
}
