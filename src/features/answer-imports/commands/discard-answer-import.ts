import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { requireAnswerImports } from "../queries/require-answer-imports";

/** Throws away a file that was not started; throws NotFoundError for any other. */
export async function discardAnswerImport(scope: Scope, importId: string): Promise<{ id: string }> {
  requireAnswerImports(scope);
  return withScope(scope, async (tx) => {
    const deleted = await tx.answerImport.deleteMany({
      where: {
        organizationId: scope.organizationId,
        id: importId,
        status: { in: ["uploading", "uploaded"] },
      },
    });
    if (deleted.count === 0) throw new NotFoundError();
    return { id: importId };
  });
}
