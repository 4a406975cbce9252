import "server-only";
import { isMailingHour } from "@/features/audit-programmes/rules";
import { dayOf, daysBetween, isoDay } from "@/features/audit-programmes/windows";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { isCollecting } from "../../rules";
import { queueEvaluationMails } from "./queue-evaluation-mails";

/** So soon after the invitation its own mail is still news. */
const REMINDED_AFTER = 24 * 3600_000;

/**
 * Reminds, in the organization's collecting cycles, the raters who have not sent everything, on the days before closing
 * that the cycle names, by day. At most once a rater and day, however often it runs; nobody who was invited within a day.
 * Gives the number of mails queued; 0 when no cycle has its day. For the clock (job scope).
 */
export async function remindRaters(scope: Scope): Promise<number> {
  const { organizationId, now, timeZone } = scope;
  if (!isMailingHour(now, timeZone)) return 0;
  const today = dayOf(now, timeZone);
  return withScope(scope, async (tx) => {
    const cycles = await tx.evaluationCycle.findMany({
      where: { organizationId, status: "collecting" },
      select: { id: true, status: true, closesOn: true, reminderDays: true },
      orderBy: { id: "asc" },
    });
    const due = cycles.filter(
      (cycle) =>
        isCollecting(cycle, today) && cycle.reminderDays.includes(daysBetween(today, isoDay(cycle.closesOn))),
    );
    if (due.length === 0) return 0;
    const raters = await tx.evaluationRater.findMany({
      where: {
        organizationId,
        cycleId: { in: due.map(({ id }) => id) },
        erasedAt: null,
        invitedAt: { lte: new Date(now.getTime() - REMINDED_AFTER) },
        ratings: { some: { status: "approved", withdrawnAt: null, subject: { is: { removedAt: null } } } },
      },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    return queueEvaluationMails(
      tx,
      scope,
      raters.map(({ id }) => ({ raterId: id, kind: "reminder" as const, occasion: today })),
    );
  });
}
