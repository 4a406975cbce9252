import "server-only";
import type { AnswerImportStatus } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { requireAnswerImports } from "./require-answer-imports";

/** Who brought an import (nobody: a program), for the worker that carries it out; null when it is gone. */
export async function findAnswerImportStarter(
  scope: Scope,
  importId: string,
): Promise<{ userId: string | null; status: AnswerImportStatus } | null> {
  requireAnswerImports(scope);
  const found = await withScope(scope, (tx) =>
    tx.answerImport.findFirst({
      where: { organizationId: scope.organizationId, id: importId },
      select: { createdByUserId: true, status: true },
    }),
  );
  return found && { userId: found.createdByUserId, status: found.status };
}
