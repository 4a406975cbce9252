import "server-only";
import type { Transaction } from "@/server/database";
import { ForbiddenError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/** Whether this member may observe encounters openly: owners and managers, others who were trained for it. */
export async function mayObserve(tx: Transaction, scope: Scope): Promise<boolean> {
  if (!scope.memberId) return false;
  if (scope.role === "owner" || scope.role === "manager") return true;
  const member = await tx.member.findUnique({
    where: key(scope, scope.memberId),
    select: { mayObserve: true },
  });
  return member?.mayObserve ?? false;
}

/** Throws ForbiddenError unless `mayObserve`. */
export async function requireObserver(tx: Transaction, scope: Scope): Promise<void> {
  if (!(await mayObserve(tx, scope))) throw new ForbiddenError("auditObserverOnly");
}
