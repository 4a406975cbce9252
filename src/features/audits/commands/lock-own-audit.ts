import "server-only";
import type { Transaction } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { isWritable } from "../rules";
import type { AuditStatus } from "../schema";

type LockedAudit = { status: AuditStatus; submittedAt: Date | null };

/**
 * Locks an audit of the scope's own member to the end of the transaction, so that two devices, a save and a submission, or
 * a photo and a deletion come one after the other. Throws NotFoundError for everybody but its auditor.
 */
export async function lockOwnAudit(tx: Transaction, scope: Scope, auditId: string): Promise<LockedAudit> {
  const [audit] = await tx.$queryRaw<LockedAudit[]>`
    select status::text as "status", submitted_at as "submittedAt" from audits
     where organization_id = ${scope.organizationId}::uuid and id = ${auditId}::uuid
       and auditor_member_id = ${scope.memberId}::uuid
       for no key update`;
  if (!audit) throw new NotFoundError();
  return audit;
}

/** As `lockOwnAudit`, for what is only possible while it is being entered: else ConflictError. */
export async function lockWritableAudit(
  tx: Transaction,
  scope: Scope,
  auditId: string,
): Promise<LockedAudit> {
  const audit = await lockOwnAudit(tx, scope, auditId);
  if (!isWritable(audit.status)) throw new ConflictError("auditSubmitted");
  return audit;
}
