import "server-only";
import type { Transaction } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { problemMessage } from "../problem-error";
import { judgeVisitDay } from "../rules";
import { dayOf } from "../windows";
import { readMemberVisits } from "./read-member-visits";

/**
 * Why a visit of this assignment cannot have been made when the auditor says, by the rules of rotation (rules.ts): a key of
 * the messages "errors" with its values, or null. Null for an assignment that is not there.
 */
export async function findVisitDayProblem(
  tx: Transaction,
  scope: Scope,
  assignmentId: string,
  visitStartedAt: Date,
): Promise<{ key: string; values: Record<string, string | number> } | null> {
  const assignment = await tx.auditAssignment.findUnique({
    where: key(scope, assignmentId),
    select: {
      memberId: true,
      locationId: true,
      programme: { select: { daysBetweenVisits: true, mostVisitsPerDay: true } },
    },
  });
  if (!assignment) return null;
  const { memberId, locationId, programme } = assignment;
  const day = dayOf(visitStartedAt, scope.timeZone);
  const others = await readMemberVisits(tx, scope, [memberId], { assignmentId });
  const problem = judgeVisitDay(
    { ...programme, locationId, firstDay: day, lastDay: day },
    others.filter(({ isMade }) => isMade),
  );
  return problem && problemMessage(problem);
}
