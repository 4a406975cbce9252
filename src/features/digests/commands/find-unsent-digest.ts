import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { getsDigest, isStale } from "../rules";

/** A digest by whose it is and the Monday of its week (ISO date). */
export type DigestKey = { memberId: string; monday: string };

/** A digest that is to leave now, and its reader. */
export type UnsentDigest = DigestKey & {
  userId: string;
  email: string;
  language: string;
  /** Tries that failed before. */
  attempts: number;
};

/**
 * The digest if it is to leave now, else null. One whose reader no longer wants or may read it, or that is old news by
 * now, is cancelled.
 */
export async function findUnsentDigest(
  tx: Transaction,
  scope: Scope,
  { memberId, monday }: DigestKey,
): Promise<UnsentDigest | null> {
  const where = digestKey(scope, { memberId, monday });
  const row = await tx.digestMail.findUnique({
    where,
    select: {
      state: true,
      attempts: true,
      createdAt: true,
      member: {
        select: {
          role: true,
          wantsDigest: true,
          archivedAt: true,
          user: { select: { id: true, email: true, locale: true } },
        },
      },
    },
  });
  if (row?.state !== "queued") return null;
  const { member, attempts } = row;
  if (!getsDigest(member) || isStale(row.createdAt, scope.now)) {
    await cancelDigest(tx, scope, { memberId, monday });
    return null;
  }
  const { id: userId, email, locale: language } = member.user;
  return { memberId, monday, userId, email, language, attempts };
}

/** Takes a digest that has not left off the list. */
export async function cancelDigest(tx: Transaction, scope: Scope, digest: DigestKey): Promise<void> {
  await tx.digestMail.updateMany({
    where: { ...digestKey(scope, digest).organizationId_memberId_weekStart, state: "queued" },
    data: { state: "cancelled" },
  });
}

/** The composite key of a digest's row, for Prisma's `where`. */
export function digestKey({ organizationId }: Scope, { memberId, monday }: DigestKey) {
  const weekStart = new Date(`${monday}T00:00:00Z`);
  return { organizationId_memberId_weekStart: { organizationId, memberId, weekStart } };
}
