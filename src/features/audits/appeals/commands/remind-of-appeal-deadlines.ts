import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { listConcernedMembers } from "../../queries/list-concerned-members";

/** How long before the end of the time for appeals those who may appeal are told of it. */
const HOURS_BEFORE = 48;

/**
 * Mails the named employee and the location's managers that the time to appeal is about to end; once for each end (an
 * extended one is told anew). Not when it was this short from the beginning. Resolves to the number of mails queued now.
 */
export async function remindOfAppealDeadlines(scope: Scope): Promise<number> {
  const soon = new Date(scope.now.getTime() + HOURS_BEFORE * 3600_000);
  return withScope(scope, async (tx) => {
    const audits = await tx.audit.findMany({
      where: {
        organizationId: scope.organizationId,
        status: "published",
        appealUntil: { gt: scope.now, lte: soon },
      },
      select: {
        id: true,
        locationId: true,
        employeeId: true,
        reviewerMemberId: true,
        publishedAt: true,
        appealUntil: true,
      },
      orderBy: { id: "asc" },
    });
    let queued = 0;
    for (const { id, publishedAt, appealUntil, ...audit } of audits) {
      const given = (appealUntil as Date).getTime() - (publishedAt as Date).getTime();
      if (given <= HOURS_BEFORE * 3600_000) continue;
      const { employee, localManagers } = await listConcernedMembers(tx, scope, audit);
      for (const memberId of [...employee, ...localManagers]) {
        const occasion = (appealUntil as Date).toISOString();
        const mail = { memberId, kind: "appealDeadline" as const, subjectId: id, occasion };
        if (await queueMemberMail(tx, scope, mail)) queued += 1;
      }
    }
    return queued;
  });
}
