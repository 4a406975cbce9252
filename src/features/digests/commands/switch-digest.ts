import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/**
 * Turns one member's weekly digest on or off, in this organization only. Doing it again changes nothing. The member is the
 * one who asks, or whom a digest's own link names. NotFoundError when there is no such member.
 */
export async function switchDigest(scope: Scope, memberId: string, wantsDigest: boolean): Promise<void> {
  const { organizationId } = scope;
  const { count } = await withScope(scope, (tx) =>
    tx.member.updateMany({ where: { organizationId, id: memberId }, data: { wantsDigest } }),
  );
  if (count === 0) throw new NotFoundError();
}
