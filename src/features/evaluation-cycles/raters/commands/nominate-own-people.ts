import "server-only";
import { v7 as uuidv7 } from "uuid";
import { findSuppressions } from "@/features/people/queries/find-suppressions";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, ForbiddenError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { getNominationSubject, type NominationSubjectRow } from "../queries/get-nomination-subject";
import { chosenGroups, isOpenForChoosing } from "../rules";
import { ensureRater } from "./ensure-rater";
import { inviteRaters } from "./invite-raters";
import { lockRatersOfCycle } from "./lock-raters-of-cycle";

/**
 * Puts everybody who works in a team or at a location on its list at once, as its own people; who is on it already (also
 * taken off or declined), has no address of their own or must not be mailed is left out. All or nobody: ConflictError when
 * they are more than the group takes, when the group does not rate, or when raters are not chosen now. NotFoundError for a
 * foreign subject. Resolves to how many were added.
 */
export async function nominateOwnPeople(
  scope: Scope,
  { subjectId }: { subjectId: string },
): Promise<{ added: number }> {
  return withScope(scope, async (tx) => {
    const seen = await getNominationSubject(tx, scope, subjectId);
    const cycle = await lockRatersOfCycle(tx, scope, seen.cycle.id);
    const subject = await getNominationSubject(tx, scope, subjectId);
    if (subject.part === "subject") throw new ForbiddenError();
    if (!isOpenForChoosing(cycle.status, subject.part)) throw new ConflictError("ratersNotChosenNow");
    const group = chosenGroups(cycle.groups, subject.kind).find(({ raterGroup }) => raterGroup === "member");
    if (!group) throw new ConflictError("raterGroupUnused");
    const people = await listMissingPeople(tx, scope, subject);
    const taken = await tx.evaluationRating.count({
      where: {
        organizationId: scope.organizationId,
        subjectId,
        raterGroup: "member",
        withdrawnAt: null,
        status: { in: ["proposed", "approved", "submitted"] },
      },
    });
    if (taken + people.length > group.maximum) throw new ConflictError("raterGroupFull");
    const ids: string[] = [];
    for (const person of people) {
      const raterId = await ensureRater(tx, scope, cycle.id, person);
      if (!raterId) continue;
      const id = uuidv7();
      const { count } = await tx.evaluationRating.createMany({
        data: {
          organizationId: scope.organizationId,
          id,
          subjectId,
          raterId,
          raterGroup: "member",
          status: "approved",
          proposedByUserId: scope.userId,
        },
        skipDuplicates: true,
      });
      if (count > 0) ids.push(id);
    }
    if (ids.length === 0) return { added: 0 };
    await inviteRaters(tx, scope, cycle.id, ids);
    await recordActivity(
      tx,
      scope,
      "evaluationRater.ownPeopleAdded",
      { type: "evaluationSubject", id: subjectId },
      { cycle: cycle.name, subject: subject.name, count: ids.length },
    );
    return { added: ids.length };
  });
}

async function listMissingPeople(tx: Transaction, scope: Scope, subject: NominationSubjectRow) {
  const { organizationId } = scope;
  const { language } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { language: true },
  });
  const employees = await tx.employee.findMany({
    where: {
      organizationId,
      archivedAt: null,
      ...(subject.teamId ? { teamId: subject.teamId } : { locationId: subject.locationId ?? "" }),
      id: { notIn: subject.manager?.employeeId ? [subject.manager.employeeId] : [] },
      ratesAs: { none: { ratings: { some: { subjectId: subject.id } } } },
    },
    select: {
      id: true,
      name: true,
      email: true,
      members: {
        where: { archivedAt: null },
        select: { id: true, user: { select: { email: true, locale: true } } },
        orderBy: { createdAt: "asc" },
        take: 1,
      },
    },
    orderBy: { id: "asc" },
  });
  const people = employees.flatMap(({ id, name, email, members: [member] }) => {
    const address = member?.user.email ?? email;
    if (!address || (member && member.id === subject.managerMemberId)) return [];
    return [
      {
        employeeId: id,
        memberId: member?.id ?? null,
        customerId: null,
        name,
        email: address.toLowerCase(),
        language: member?.user.locale ?? language,
      },
    ];
  });
  const suppressed = await findSuppressions(
    tx,
    scope,
    people.map(({ email }) => email),
  );
  return people.filter(({ email }) => !suppressed.has(email));
}
