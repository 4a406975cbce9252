import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { AuditEntry } from "../entry-schema";
import { isWritable } from "../rules";
import { readAudit } from "./read-audit";
import { readNaming } from "./read-naming";

/** An audit as its auditor enters it, or reads it after submission. Throws NotFoundError for everybody else. */
export async function getAuditEntry(scope: Scope, auditId: string): Promise<AuditEntry> {
  return withScope(scope, async (tx) => {
    const audit = await readAudit(tx, scope, auditId);
    if (!scope.memberId || audit.auditor.memberId !== scope.memberId) throw new NotFoundError();
    const naming = await readNaming(tx, scope, auditId, audit.visitStartedAt);
    const remarks = await tx.auditRemark.findMany({
      where: { organizationId: scope.organizationId, auditId },
      select: { item: { select: { key: true } }, text: true, round: true },
      orderBy: [{ round: "desc" }, { writtenAt: "asc" }, { id: "asc" }],
    });
    return {
      ...audit,
      canEdit: isWritable(audit.status),
      mayNameEmployee: naming.mayName,
      employees: naming.employees.map(({ id, name }) => ({ id, name })),
      remarks: remarks.map(({ item, text, round }) => ({ itemKey: item?.key ?? null, text, round })),
    };
  });
}
