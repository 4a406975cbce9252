import { v7 as uuidv7 } from "uuid";
import { withScope } from "@/server/database";
import { createAuditForm } from "../../factories/audit-forms";
import { createAssignment, createProgramme } from "../../factories/audits";
import type { Cast } from "./cast";
import { type Place, unique } from "./makers";

const DAY = 24 * 3600_000;
const isoDay = (instant: Date) => instant.toISOString().slice(0, 10);

/** A programme with the cast's mark in its texts and nothing in it. */
export async function newProgramme(of: Cast, options: Partial<Parameters<typeof createProgramme>[1]> = {}) {
  const form = await createAuditForm(of.scope, { name: `${of.mark} form ${unique()}` });
  const name = `${of.mark} programme ${unique()}`;
  const programme = await createProgramme(of.scope, {
    formId: form.id,
    name,
    scenario: `${of.mark} scenario`,
    brief: `${of.mark} brief`,
    ...options,
  });
  return { ...programme, programmeId: programme.id, formId: form.id, name };
}

/** The same with a quiz of one question, whose right answer is "a". */
export const newQuizProgramme = (of: Cast) =>
  newProgramme(of, {
    quiz: [
      {
        key: "q",
        text: `${of.mark} question`,
        options: [
          { key: "a", text: "Right", isRight: true },
          { key: "b", text: "Wrong", isRight: false },
        ],
      },
    ],
  });

/** A visit offered to the cast's consultant at the place, in a programme of its own. */
export const newAssignment = (of: Cast, place: Place) => newAssignmentWith(of, place, {});

export async function newAssignmentWith(
  of: Cast,
  { locationId }: Place,
  options: Partial<Parameters<typeof createAssignment>[1]>,
) {
  const programme = await newQuizProgramme(of);
  const { id } = await createAssignment(of.scope, {
    programmeId: programme.id,
    memberId: of.people.consultant.memberId,
    locationId,
    touchpointId: of.touchpointId,
    status: "offered",
    answeredAt: null,
    createdByUserId: of.people.manager.userId,
    ...options,
  });
  return { id, assignmentId: id, programmeId: programme.id };
}

/** A wanted visit at the place next week, in a programme of its own. */
export async function newVisit(of: Cast, { locationId }: Place) {
  const { programmeId } = await newProgramme(of);
  return { programmeId, locationId, touchpointId: of.touchpointId, teamId: null, ...nextWeek() };
}

const nextWeek = () => ({
  windowStartsOn: isoDay(new Date(Date.now() + 7 * DAY)),
  windowEndsOn: isoDay(new Date(Date.now() + 9 * DAY)),
});

/** A target of a programme of its own. */
export async function newTarget(of: Cast, { locationId }: Place) {
  const { programmeId } = await newProgramme(of);
  const id = uuidv7();
  await withScope(of.scope, (tx) =>
    tx.auditTarget.createMany({
      data: {
        organizationId: of.organization.id,
        id,
        programmeId,
        locationId,
        touchpointId: of.touchpointId,
        visits: 3,
      },
    }),
  );
  return { id, targetId: id, programmeId };
}

/** What the cast's consultant has declared of an employee made for it. */
export async function newConflict(of: Cast, place: Place) {
  const employee = await of.newEmployee(place);
  const id = uuidv7();
  await withScope(of.scope, (tx) =>
    tx.auditConflict.createMany({
      data: {
        organizationId: of.organization.id,
        id,
        memberId: of.people.consultant.memberId,
        employeeId: employee.id,
        reason: `${of.mark} reason`,
      },
    }),
  );
  return { id, conflictId: id, employeeId: employee.id };
}

/** A mail about an offered visit that waits. */
export async function newMemberMail(of: Cast, place: Place) {
  const assignment = await newAssignment(of, place);
  const id = uuidv7();
  await withScope(of.scope, (tx) =>
    tx.memberMail.createMany({
      data: {
        organizationId: of.organization.id,
        id,
        memberId: of.people.consultant.memberId,
        kind: "assignmentOffered",
        subjectId: assignment.id,
      },
    }),
  );
  return { ...assignment, id };
}
