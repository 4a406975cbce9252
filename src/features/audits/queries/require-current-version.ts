import "server-only";
import type { Transaction } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/**
 * The version an audit of this form begins with: the one last published. Throws NotFoundError for an unknown form,
 * ConflictError for one that was never published or is archived.
 */
export async function requireCurrentVersion(tx: Transaction, scope: Scope, formId: string): Promise<string> {
  const form = await tx.auditForm.findUnique({
    where: key(scope, formId),
    select: { currentVersionId: true, archivedAt: true },
  });
  if (!form) throw new NotFoundError();
  if (!form.currentVersionId || form.archivedAt) throw new ConflictError("auditFormNotInUse");
  return form.currentVersionId;
}
