import "server-only";
import { dayOf } from "@/features/audit-programmes/windows";
import type { Transaction } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { isCollecting } from "../../rules";
import { correctAddresses } from "./correct-addresses";
import { fillNamedGroups } from "./fill-named-groups";
import { lockRatersOfCycle } from "./lock-raters-of-cycle";
import { queueEvaluationMails } from "./queue-evaluation-mails";

/**
 * Brings a collecting cycle's list of raters up to date and invites whoever is new on it, in the transaction that opened
 * the cycle or changed the list: self and manager ratings where the cycle has those groups, one mail to each rater who has
 * something to rate and was not invited yet, or who has a rating among `askedAnew` or one that came about now. Sets the
 * cycle's firstInvitedAt. Safe to call again: nobody is written to twice about the same. Nothing happens unless the cycle
 * collects. Gives the number of raters written to; a foreign cycle is NotFoundError.
 */
export async function inviteRaters(
  tx: Transaction,
  scope: Scope,
  cycleId: string,
  askedAnew: readonly string[] = [],
): Promise<number> {
  const { organizationId, now } = scope;
  const cycle = await lockRatersOfCycle(tx, scope, cycleId);
  if (!isCollecting(cycle, dayOf(now, scope.timeZone))) return 0;
  await correctAddresses(tx, scope, cycleId);
  const news = new Set([...askedAnew, ...(await fillNamedGroups(tx, scope, cycle))]);
  const raters = await tx.evaluationRater.findMany({
    where: {
      organizationId,
      cycleId,
      erasedAt: null,
      AND: [
        { OR: [{ employeeId: null }, { employee: { is: { archivedAt: null } } }] },
        { OR: [{ customerId: null }, { customer: { is: { archivedAt: null } } }] },
      ],
      ratings: { some: { status: "approved", withdrawnAt: null, subject: { is: { removedAt: null } } } },
    },
    select: {
      id: true,
      invitedAt: true,
      ratings: {
        where: { status: "approved", withdrawnAt: null, subject: { is: { removedAt: null } } },
        select: { id: true },
      },
      mails: { where: { kind: "invitation" }, select: { state: true } },
    },
    orderBy: { id: "asc" },
  });
  const due = raters.filter(
    ({ invitedAt, ratings, mails }) =>
      // One that is still waiting tells of everything there is when it leaves.
      !mails.some(({ state }) => state === "queued") &&
      (invitedAt === null || ratings.some(({ id }) => news.has(id))),
  );
  const invited = await queueEvaluationMails(
    tx,
    scope,
    due.map(({ id, mails }) => ({
      raterId: id,
      kind: "invitation" as const,
      occasion: mails.length === 0 ? "" : String(mails.length + 1),
    })),
  );
  if (due.length === 0) return 0;
  await tx.evaluationRater.updateMany({
    where: { organizationId, id: { in: due.map(({ id }) => id) }, invitedAt: null },
    data: { invitedAt: now },
  });
  if (cycle.firstInvitedAt === null) {
    const where = key(scope, cycleId);
    await tx.evaluationCycle.update({ where, data: { firstInvitedAt: now }, select: { id: true } });
  }
  return invited;
}
