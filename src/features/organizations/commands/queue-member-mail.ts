import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import type { Scope } from "@/server/scope";
import type { MemberMailKind } from "../mail/member-mail-kinds";

/**
 * Puts a mail to a member on its way, in the transaction of what it tells of. One mail of a kind about one subject and
 * occasion leaves at most once: queueing it again changes nothing. What it says is written when it leaves, with the
 * reader's rights as they are then; if nothing is to be said by then, it stays. Resolves to whether it was queued now.
 */
export async function queueMemberMail(
  tx: Transaction,
  scope: Scope,
  mail: { memberId: string; kind: MemberMailKind; subjectId: string; occasion?: string; runAt?: Date },
): Promise<boolean> {
  const { organizationId } = scope;
  const { runAt, ...columns } = mail;
  const id = uuidv7();
  const { count } = await tx.memberMail.createMany({
    data: [{ organizationId, id, ...columns, createdAt: runAt ?? scope.now }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await enqueueJob(tx, "sendMemberMail", { organizationId, memberMailId: id }, runAt ? { runAt } : {});
  return true;
}
