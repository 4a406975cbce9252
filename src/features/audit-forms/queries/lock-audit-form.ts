import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/** Locks a form for a change of it; NotFoundError when missing or foreign. */
export async function lockAuditForm(tx: Transaction, scope: Scope, formId: string) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from audit_forms
    where organization_id = ${scope.organizationId}::uuid and id = ${formId}::uuid for update`;
  if (locked.length === 0) throw new NotFoundError();
  return tx.auditForm.findUniqueOrThrow({
    where: key(scope, formId),
    select: { name: true, status: true, updatedAt: true, currentVersionId: true },
  });
}
