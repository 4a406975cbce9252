import "server-only";
import { v7 as uuidv7 } from "uuid";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import { problemMessage } from "../problem-error";
import { judgeVisitOf } from "../queries/judge-visit-of";
import { isWithinPeriod } from "../rules";
import type { AssignmentInput } from "../schema";
import { dayOf, isoDay, windowOfDays } from "../windows";
import { lockProgramme } from "./lock-programme";
import { checkPlace } from "./programme-checks";

/** Roles that can be given visits. */
export const AUDITOR_ROLES = ["owner", "manager", "consultant"] as const;

/**
 * Offers a visit to a consultant, or the same visit to two of them (to see whether they agree), and tells them by mail.
 * ConflictError with the reason when the rules of rotation or a declared conflict of interest refuse one of them
 * (rules.ts): nobody overrides those. Resolves to the assignments' ids in the order of the members.
 */
export async function assignVisit(scope: Scope, input: AssignmentInput): Promise<{ ids: string[] }> {
  const memberIds = [...new Set(input.memberIds)];
  if (memberIds.length < input.memberIds.length) {
    throw new InvalidInputError({ memberIds: "sameConsultantTwice" });
  }
  return withScope(scope, async (tx) => {
    const programme = await lockProgramme(tx, scope, input.programmeId);
    if (programme.status !== "active") throw new ConflictError("programmeNotActive");
    checkWindow(scope, input, programme);
    const names = await checkPlace(tx, scope, { ...input, formId: programme.formId });
    const members = await lockAuditors(tx, scope, memberIds);
    const verdicts = await judgeVisitOf(tx, scope, memberIds, { ...input, ...programme });
    for (const { refusals } of verdicts.values()) {
      const [refusal] = refusals;
      if (!refusal) continue;
      const { key: message, values } = problemMessage(refusal);
      throw new ConflictError(message, values);
    }
    const { organizationId } = scope;
    const rows = memberIds.map((memberId) => ({ id: uuidv7(), memberId }));
    const doubleVisitId = rows.length > 1 ? uuidv7() : null;
    await tx.auditAssignment.createMany({
      data: rows.map((row) => ({
        organizationId,
        ...row,
        programmeId: programme.id,
        locationId: input.locationId,
        touchpointId: input.touchpointId,
        teamId: input.teamId,
        doubleVisitId,
        ...windowOfDays(input.windowStartsOn, input.windowEndsOn, scope.timeZone),
        note: input.note,
        createdAt: scope.now,
        createdByUserId: scope.userId,
      })),
    });
    for (const { id, memberId } of rows) {
      await queueMemberMail(tx, scope, { memberId, kind: "assignmentOffered", subjectId: id });
      await recordActivity(
        tx,
        scope,
        "assignment.offered",
        { type: "assignment", id },
        { programme: programme.name, ...names, consultant: members.get(memberId) ?? "" },
      );
    }
    return { ids: rows.map(({ id }) => id) };
  });
}

function checkWindow(
  scope: Scope,
  { windowStartsOn, windowEndsOn }: AssignmentInput,
  programme: { startsOn: Date; endsOn: Date },
): void {
  const fault = (error: string) => new InvalidInputError({ windowEndsOn: error });
  if (windowEndsOn < windowStartsOn) throw fault("endBeforeStart");
  if (windowEndsOn < dayOf(scope.now, scope.timeZone)) throw fault("windowPast");
  const window = { firstDay: windowStartsOn, lastDay: windowEndsOn };
  const period = { startsOn: isoDay(programme.startsOn), endsOn: isoDay(programme.endsOn) };
  if (!isWithinPeriod(window, period)) throw fault("windowOutsidePeriod");
}

/** The names of members who can be given visits, whose visits nobody else changes until the transaction ends. */
async function lockAuditors(tx: Transaction, scope: Scope, memberIds: readonly string[]) {
  for (const id of [...memberIds].sort()) await lockForTransaction(tx, scope, `visits-of:${id}`);
  const members = await tx.member.findMany({
    where: { organizationId: scope.organizationId, id: { in: [...memberIds] }, archivedAt: null },
    select: { id: true, role: true, user: { select: { name: true } } },
  });
  if (members.length < memberIds.length) throw new NotFoundError();
  if (members.some(({ role }) => !(AUDITOR_ROLES as readonly string[]).includes(role))) {
    throw new InvalidInputError({ memberIds: "memberCannotAudit" });
  }
  return new Map(members.map(({ id, user }) => [id, user.name]));
}
