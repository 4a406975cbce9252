import "server-only";
import { v7 as uuidv7 } from "uuid";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { askForNominations } from "../raters/commands/ask-for-nominations";
import { inviteRaters } from "../raters/commands/invite-raters";
import { takesPeople } from "../rules";
import type { AddSubjectsInput } from "../schema";
import { lockCycle } from "./lock-cycle";
import { type NewSubject, readLikelyManagers, readNewSubjects } from "./read-new-subjects";
import { requireManager } from "./require-manager";

/**
 * Adds subjects to a cycle, also while it collects: then their own ratings and their managers' are asked for at once. Who is
 * in it already stays as is, who had been removed comes back with the raters of then. Without a manager given each gets the
 * one limited to its location, if there is exactly one. NotFoundError for foreign or archived ones; ConflictError once the
 * cycle takes nobody any more. Resolves to how many were added.
 */
export async function addSubjects(scope: Scope, input: AddSubjectsInput): Promise<{ added: number }> {
  return withScope(scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, input.cycleId);
    if (!takesPeople(cycle.status)) throw new ConflictError("cycleStateChanged");
    const wanted = await readNewSubjects(tx, scope, input.kind, input.subjects);
    const managerOf = await managers(tx, scope, input.managerMemberId);
    const present = await readPresent(tx, scope, input.cycleId);
    const missing = wanted.filter((subject) => !present.has(idOf(subject)));
    await tx.evaluationSubject.createMany({
      data: missing.map((subject) => ({
        organizationId: scope.organizationId,
        id: uuidv7(),
        cycleId: input.cycleId,
        ...subject,
        managerMemberId: managerOf(subject),
        createdAt: scope.now,
      })),
    });
    const removed = wanted.flatMap((subject) => {
      const known = present.get(idOf(subject));
      return known?.removedAt ? [known.id] : [];
    });
    for (const id of removed) {
      await tx.evaluationSubject.update({
        where: key(scope, id),
        data: { removedAt: null },
        select: { id: true },
      });
    }
    const added = missing.length + removed.length;
    if (added === 0) return { added };
    await inviteRaters(tx, scope, input.cycleId);
    await askForNominations(tx, scope, input.cycleId);
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.subjectsAdded",
      { type: "evaluationCycle", id: input.cycleId },
      { name: cycle.name, count: added },
    );
    return { added };
  });
}

const idOf = (subject: Pick<NewSubject, "employeeId" | "teamId" | "locationId">) =>
  subject.employeeId ?? subject.teamId ?? subject.locationId ?? "";

async function readPresent(tx: Transaction, scope: Scope, cycleId: string) {
  const subjects = await tx.evaluationSubject.findMany({
    where: { organizationId: scope.organizationId, cycleId },
    select: { id: true, employeeId: true, teamId: true, locationId: true, removedAt: true },
  });
  return new Map(subjects.map((subject) => [idOf(subject), subject]));
}

/** By subject whom to name as its manager: the one given, else the likely one; nobody manages oneself. */
async function managers(tx: Transaction, scope: Scope, managerMemberId: string | null) {
  const given = managerMemberId === null ? null : await requireManager(tx, scope, managerMemberId);
  const likely = given ? null : await readLikelyManagers(tx, scope);
  return ({ employeeId, ofLocationId }: NewSubject): string | null => {
    const manager = given ?? likely?.get(ofLocationId ?? "");
    const isOneself = manager && employeeId !== null && manager.employeeId === employeeId;
    if (given && isOneself) throw new InvalidInputError({ managerMemberId: "managerOfOneself" });
    return manager && !isOneself ? manager.id : null;
  };
}
