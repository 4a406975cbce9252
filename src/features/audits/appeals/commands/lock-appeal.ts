import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { type LockedAudit, lockAudit } from "../../review/commands/lock-audit";
import { visibleAudits } from "../../visible-audits-sql";
import type { AppealStatus } from "../schema";

export type LockedAppeal = {
  id: string;
  itemKey: string;
  status: AppealStatus;
  openedByUserId: string | null;
};

/** Locks an audit that the scope may see; else NotFoundError. */
export async function lockVisibleAudit(tx: Transaction, scope: Scope, auditId: string): Promise<LockedAudit> {
  const audit = await lockAudit(tx, scope, auditId);
  const visible = await tx.$queryRaw<unknown[]>(
    Prisma.sql`select 1 from audits a where a.id = ${auditId}::uuid and ${visibleAudits(scope)}`,
  );
  if (visible.length === 0) throw new NotFoundError();
  return audit;
}

/**
 * Locks an appeal by its audit (every change of an audit, its answers and its appeals waits for the same row) and reads it
 * as it is after the wait. NotFoundError when the scope does not see the audit.
 */
export async function lockAppeal(
  tx: Transaction,
  scope: Scope,
  appealId: string,
): Promise<{ audit: LockedAudit; appeal: LockedAppeal }> {
  const found = await tx.auditAppeal.findUnique({ where: key(scope, appealId), select: { auditId: true } });
  if (!found) throw new NotFoundError();
  const audit = await lockVisibleAudit(tx, scope, found.auditId);
  const { item, ...appeal } = await tx.auditAppeal.findUniqueOrThrow({
    where: key(scope, appealId),
    select: { id: true, status: true, openedByUserId: true, item: { select: { key: true } } },
  });
  return { audit, appeal: { ...appeal, itemKey: item.key } };
}
