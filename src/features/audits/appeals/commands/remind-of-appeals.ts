import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { type Transaction, withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { listConcernedMembers } from "../../queries/list-concerned-members";

const HOUR = 3600_000;

/** How long before the end of the time for appeals those who may appeal are told of it. */
const WARNED_BEFORE = 48 * HOUR;

/** An open appeal is brought to its reviewer's mind each time so much has gone by. */
const REPEATED_AFTER = 7 * 24 * HOUR;

const concernedBy = { locationId: true, employeeId: true, reviewerMemberId: true } as const;

/**
 * Nothing ends or lies about in silence: mails the named employee and the location's managers that the time to appeal is
 * about to end (once for each end, an extended one anew; not when it was this short from the beginning), and the reviewer
 * of an appeal that is open for another week. Resolves to the number of mails queued now.
 */
export async function remindOfAppeals(scope: Scope): Promise<number> {
  return withScope(
    scope,
    async (tx) => (await warnBeforeTheEnd(tx, scope)) + (await repeatOpenAppeals(tx, scope)),
  );
}

async function warnBeforeTheEnd(tx: Transaction, scope: Scope): Promise<number> {
  const audits = await tx.audit.findMany({
    where: {
      organizationId: scope.organizationId,
      status: "published",
      appealUntil: { gt: scope.now, lte: new Date(scope.now.getTime() + WARNED_BEFORE) },
    },
    select: { id: true, publishedAt: true, appealUntil: true, ...concernedBy },
    orderBy: { id: "asc" },
  });
  let queued = 0;
  for (const { id, publishedAt, appealUntil, ...audit } of audits) {
    if (!publishedAt || !appealUntil) continue;
    if (appealUntil.getTime() - publishedAt.getTime() <= WARNED_BEFORE) continue;
    const { employee, localManagers } = await listConcernedMembers(tx, scope, audit);
    for (const memberId of [...employee, ...localManagers]) {
      const occasion = appealUntil.toISOString();
      const mail = { memberId, kind: "appealDeadline" as const, subjectId: id, occasion };
      if (await queueMemberMail(tx, scope, mail)) queued += 1;
    }
  }
  return queued;
}

async function repeatOpenAppeals(tx: Transaction, scope: Scope): Promise<number> {
  const appeals = await tx.auditAppeal.findMany({
    where: {
      organizationId: scope.organizationId,
      status: "open",
      openedAt: { lte: new Date(scope.now.getTime() - REPEATED_AFTER) },
    },
    select: { id: true, openedAt: true, audit: { select: concernedBy } },
    orderBy: { id: "asc" },
  });
  let queued = 0;
  for (const { id, openedAt, audit } of appeals) {
    const weeks = Math.floor((scope.now.getTime() - openedAt.getTime()) / REPEATED_AFTER);
    const { reviewer, reviewers } = await listConcernedMembers(tx, scope, audit);
    for (const memberId of reviewer.length > 0 ? reviewer : reviewers) {
      const occasion = `week ${weeks}`;
      const mail = { memberId, kind: "appealOpened" as const, subjectId: id, occasion };
      if (await queueMemberMail(tx, scope, mail)) queued += 1;
    }
  }
  return queued;
}
