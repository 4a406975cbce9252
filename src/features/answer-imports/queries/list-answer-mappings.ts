import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { answerMapping } from "../mapping";
import type { SavedMapping } from "../schema";
import { requireAnswerImports } from "./require-answer-imports";

/** The mappings saved under a name, by name. */
export async function listAnswerMappings(scope: Scope): Promise<SavedMapping[]> {
  requireAnswerImports(scope);
  return withScope(scope, async (tx) => {
    const rows = await tx.answerImportMapping.findMany({
      where: { organizationId: scope.organizationId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, updatedAt: true, mapping: true },
    });
    return rows.map(({ mapping, ...row }) => ({
      ...row,
      columns: answerMapping.parse(mapping).columns.map(({ column }) => column),
    }));
  });
}
