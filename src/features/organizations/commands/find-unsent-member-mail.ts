import "server-only";
import type { Transaction } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import type { MemberMailKind, UnsentMemberMail } from "../mail/member-mail-kinds";

/** A mail that could not leave for this long says what everybody knows by now. */
const STALE_AFTER = 5 * 24 * 3600_000;

/** The mail if it is to leave now, else null. One to somebody who is no longer a member, or too old, is cancelled. */
export async function findUnsentMemberMail(
  tx: Transaction,
  scope: Scope,
  memberMailId: string,
): Promise<UnsentMemberMail | null> {
  const row = await tx.memberMail.findUnique({
    where: key(scope, memberMailId),
    select: {
      id: true,
      kind: true,
      subjectId: true,
      occasion: true,
      state: true,
      attempts: true,
      createdAt: true,
      member: {
        select: {
          id: true,
          archivedAt: true,
          user: { select: { id: true, name: true, email: true, locale: true } },
        },
      },
    },
  });
  if (row?.state !== "queued") return null;
  const { state: _, createdAt, member, kind, ...mail } = row;
  if (member.archivedAt || createdAt.getTime() + STALE_AFTER < scope.now.getTime()) {
    await cancelMemberMail(tx, scope, memberMailId);
    return null;
  }
  const { id: userId, locale: language, ...user } = member.user;
  return {
    ...mail,
    kind: kind as MemberMailKind,
    reader: { memberId: member.id, userId, language, ...user },
  };
}

/** Takes a mail that has not left off the list. */
export async function cancelMemberMail(tx: Transaction, scope: Scope, memberMailId: string): Promise<void> {
  await tx.memberMail.updateMany({
    where: { organizationId: scope.organizationId, id: memberMailId, state: "queued" },
    data: { state: "cancelled" },
  });
}
