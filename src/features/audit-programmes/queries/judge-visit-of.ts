import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { type AssignmentVerdict, judgeAssignment } from "../rules";
import { readDeclaredConflicts } from "./read-declared-conflicts";
import { readMemberVisits } from "./read-member-visits";

/** What rotation and conflicts of interest say of giving a visit to each of these members. Nobody: empty. */
export async function judgeVisitOf(
  tx: Transaction,
  scope: Scope,
  memberIds: readonly string[],
  visit: {
    locationId: string;
    teamId: string | null;
    windowStartsOn: string;
    windowEndsOn: string;
    daysBetweenVisits: number | null;
    mostVisitsPerDay: number | null;
  },
): Promise<Map<string, AssignmentVerdict>> {
  const { windowStartsOn: firstDay, windowEndsOn: lastDay, ...rest } = visit;
  const visits = await readMemberVisits(tx, scope, memberIds);
  const conflicts = await readDeclaredConflicts(tx, scope, memberIds);
  const of = <Row extends { memberId: string }>(rows: Row[], memberId: string) =>
    rows.filter((row) => row.memberId === memberId);
  return new Map(
    memberIds.map((memberId) => [
      memberId,
      judgeAssignment({ ...rest, firstDay, lastDay }, of(visits, memberId), of(conflicts, memberId)),
    ]),
  );
}
