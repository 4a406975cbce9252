import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { requireAnswerImports } from "../queries/require-answer-imports";

/**
 * Removes what is kept of people in an import that nobody works on any more: a file that was never started goes as a
 * whole; of an ended one its file, where it is still there, what its check showed, and the values that were refused. One
 * at work is left alone.
 */
export async function forgetAnswerImport(scope: Scope, importId: string): Promise<void> {
  requireAnswerImports(scope);
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    await tx.answerImport.deleteMany({
      where: { organizationId, id: importId, status: { in: ["uploading", "uploaded"] } },
    });
    const ended = await tx.answerImport.updateMany({
      where: { organizationId, id: importId, status: { in: ["finished", "failed", "undone"] } },
      data: { profile: {}, preview: Prisma.DbNull },
    });
    if (ended.count === 0) return;
    await tx.answerImportChunk.deleteMany({ where: { organizationId, importId } });
    await tx.answerImportRejection.updateMany({ where: { organizationId, importId }, data: { value: null } });
  });
}
