import "server-only";
import type { Period } from "@/features/dashboards/periods";
import { withScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import { getsDigest } from "../rules";

/**
 * Decides, once for each week, who gets its digest, and puts the mails on the queue. Doing it again changes nothing:
 * somebody who joins or wants the digest later gets the next one. Resolves to the number of digests planned.
 */
export async function planDigests(scope: Scope, week: Period): Promise<number> {
  const { organizationId } = scope;
  const weekStart = new Date(`${week.firstDay}T00:00:00Z`);
  return withScope(scope, async (tx) => {
    await lockForTransaction(tx, scope, "digests");
    if (await tx.digestMail.findFirst({ where: { organizationId, weekStart }, select: { memberId: true } }))
      return 0;
    const members = await tx.member.findMany({
      // Whoever joined after the week has not been there for it.
      where: { organizationId, createdAt: { lt: week.to } },
      select: { id: true, role: true, wantsDigest: true, archivedAt: true },
      orderBy: { id: "asc" },
    });
    const readers = members.filter(getsDigest);
    await tx.digestMail.createMany({
      data: readers.map(({ id }) => ({ organizationId, memberId: id, weekStart, createdAt: scope.now })),
    });
    for (const { id: memberId } of readers) {
      await enqueueJob(tx, "sendDigest", { organizationId, memberId, weekStart: week.firstDay });
    }
    return readers.length;
  });
}
