import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import type { Transaction } from "@/server/database";
import { key, type Scope } from "@/server/scope";

/**
 * Tells those who choose a cycle's raters that it is time to: each subject with an account where subjects choose, else each
 * named manager once. In the transaction that opened nomination or added subjects; safe to call again, nobody is told
 * twice. Nothing happens before nomination and after collecting. Resolves to the number of mails queued.
 */
export async function askForNominations(tx: Transaction, scope: Scope, cycleId: string): Promise<number> {
  const cycle = await tx.evaluationCycle.findUnique({
    where: key(scope, cycleId),
    select: { status: true, nominatedBy: true },
  });
  if (cycle?.status !== "nomination" && cycle?.status !== "collecting") return 0;
  const subjects = await tx.evaluationSubject.findMany({
    where: { organizationId: scope.organizationId, cycleId, removedAt: null },
    select: {
      id: true,
      managerMemberId: true,
      employee: {
        select: {
          members: { where: { archivedAt: null }, select: { id: true }, orderBy: { id: "asc" }, take: 1 },
        },
      },
    },
    orderBy: { id: "asc" },
  });
  let queued = 0;
  const told = new Set<string>();
  for (const { id, managerMemberId, employee } of subjects) {
    const subjectMemberId = cycle.nominatedBy === "subject" ? employee?.members[0]?.id : undefined;
    if (subjectMemberId) {
      const mail = { memberId: subjectMemberId, kind: "nominateNow" as const, subjectId: id };
      if (await queueMemberMail(tx, scope, mail)) queued += 1;
    } else if (managerMemberId && !told.has(managerMemberId)) {
      told.add(managerMemberId);
      const mail = { memberId: managerMemberId, kind: "chooseRaters" as const, subjectId: cycleId };
      if (await queueMemberMail(tx, scope, mail)) queued += 1;
    }
  }
  return queued;
}
