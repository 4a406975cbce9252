import "server-only";
import type { Transaction } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { noon, problemMessage } from "../problem-error";
import { judgeConflict, judgeVisitDay } from "../rules";
import { quizQuestions } from "../schema";
import { dayOf } from "../windows";
import { readDeclaredConflicts } from "./read-declared-conflicts";
import { readMemberVisits } from "./read-member-visits";

/**
 * What an audit takes over from the assignment it is begun from; to be called in the transaction that begins it, with the
 * assignment locked. NotFoundError for a missing one or somebody else's. ConflictError with the reason: not accepted (any
 * more), programme not active, window not begun, quiz not passed, a conflict of interest declared, or today too soon after
 * another visit of the same consultant (rules.ts). After the window it may still be begun; it is late then.
 */
export async function requireStartable(tx: Transaction, scope: Scope, assignmentId: string) {
  const assignment = await tx.auditAssignment.findUnique({
    where: key(scope, assignmentId),
    select: {
      status: true,
      memberId: true,
      windowStartsAt: true,
      windowEndsAt: true,
      teamId: true,
      doubleVisitId: true,
      location: { select: { id: true, name: true } },
      touchpoint: { select: { id: true, name: true, channel: true } },
      programme: {
        select: {
          id: true,
          name: true,
          status: true,
          formId: true,
          encounterTypeId: true,
          staffInformedOn: true,
          firstLookDays: true,
          appealDays: true,
          quiz: true,
          daysBetweenVisits: true,
          mostVisitsPerDay: true,
        },
      },
    },
  });
  if (!assignment || assignment.memberId !== scope.memberId) throw new NotFoundError();
  const { status, memberId, programme, location, teamId } = assignment;
  if (status !== "accepted") throw new ConflictError("assignmentNotAccepted");
  if (programme.status !== "active") throw new ConflictError("programmeNotActive");
  if (assignment.windowStartsAt > scope.now) {
    const day = noon(dayOf(assignment.windowStartsAt, scope.timeZone));
    throw new ConflictError("assignmentNotBegun", { day });
  }
  if (quizQuestions.parse(programme.quiz).length > 0) {
    const briefing = await tx.auditBriefing.findFirst({
      where: {
        organizationId: scope.organizationId,
        programmeId: programme.id,
        memberId,
        passedAt: { not: null },
      },
      select: { attempts: true },
    });
    if (!briefing) throw new ConflictError("quizNotPassed");
  }
  const conflicts = await readDeclaredConflicts(tx, scope, [memberId]);
  const [conflict] = conflicts.flatMap((declared) =>
    judgeConflict({ locationId: location.id, teamId }, declared),
  );
  const today = dayOf(scope.now, scope.timeZone);
  const visit = { ...programme, locationId: location.id, firstDay: today, lastDay: today };
  const made = (await readMemberVisits(tx, scope, [memberId], { assignmentId })).filter(
    ({ isMade }) => isMade,
  );
  const problem = conflict ?? judgeVisitDay(visit, made);
  if (problem) {
    const { key: message, values } = problemMessage(problem);
    throw new ConflictError(message, values);
  }
  return assignment;
}
