import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

const DAY = 24 * 3600_000;

/** So soon after the offer its own mail is still news. */
const REMINDED_AFTER = DAY / 2;

/**
 * Queues the mails that the clock causes: a window has begun, it ends within a day, it has ended without a visit. Each
 * leaves once, whenever this runs. Left out are reminders missed for more than a day (the worker was away) and those of a
 * visit offered half a day ago at most; that a visit is late is told in any case. Nothing about assignments whose audit was
 * submitted. Resolves to the number queued.
 */
export async function remindOfAssignments(scope: Scope): Promise<number> {
  const { now, organizationId } = scope;
  return withScope(scope, async (tx) => {
    const open = await tx.auditAssignment.findMany({
      where: {
        organizationId,
        status: { in: ["offered", "accepted"] },
        windowStartsAt: { lte: now },
        windowEndsAt: { gt: new Date(now.getTime() - 14 * DAY) },
        programme: { is: { status: "active" } },
        OR: [{ audit: { is: null } }, { audit: { is: { submittedAt: null } } }],
      },
      select: {
        id: true,
        memberId: true,
        status: true,
        createdAt: true,
        windowStartsAt: true,
        windowEndsAt: true,
      },
      orderBy: { id: "asc" },
    });
    let queued = 0;
    const queue = async (
      kind: "assignmentReminder" | "assignmentLate",
      of: (typeof open)[number],
      occasion = "",
    ) => {
      const mail = { memberId: of.memberId, kind, subjectId: of.id, occasion };
      if (await queueMemberMail(tx, scope, mail)) queued += 1;
    };
    for (const assignment of open) {
      const sinceStart = now.getTime() - assignment.windowStartsAt.getTime();
      const isNews = now.getTime() - assignment.createdAt.getTime() < REMINDED_AFTER;
      const untilEnd = assignment.windowEndsAt.getTime() - now.getTime();
      if (untilEnd <= 0) {
        if (assignment.status === "accepted") await queue("assignmentLate", assignment);
      } else if (isNews) continue;
      else if (untilEnd <= DAY) await queue("assignmentReminder", assignment, "ends");
      else if (sinceStart < DAY) await queue("assignmentReminder", assignment, "begins");
    }
    return queued;
  });
}
