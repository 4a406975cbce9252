import "server-only";
import { dayOf } from "@/features/audit-programmes/windows";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/** Long enough for somebody to propose several people before the manager hears of it. */
const COLLECTED_FOR = 30 * 60_000;

/**
 * Tells a subject's named manager, at most once a day, that proposals wait for approval; nobody when there is no manager.
 * The mail says how many there are when it leaves.
 */
export async function tellOfProposals(
  tx: Transaction,
  scope: Scope,
  subject: { id: string; managerMemberId: string | null },
): Promise<void> {
  if (!subject.managerMemberId) return;
  await queueMemberMail(tx, scope, {
    memberId: subject.managerMemberId,
    kind: "nominationsWaiting",
    subjectId: subject.id,
    occasion: dayOf(scope.now, scope.timeZone),
    runAt: new Date(scope.now.getTime() + COLLECTED_FOR),
  });
}
