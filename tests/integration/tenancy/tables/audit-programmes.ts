import { expect } from "vitest";
import { acceptAssignment } from "@/features/audit-programmes/commands/accept-assignment";
import { answerQuiz } from "@/features/audit-programmes/commands/answer-quiz";
import { assignVisit } from "@/features/audit-programmes/commands/assign-visit";
import { attestStaffInformed } from "@/features/audit-programmes/commands/attest-staff-informed";
import { cancelAssignment } from "@/features/audit-programmes/commands/cancel-assignment";
import { cancelOpenAssignments } from "@/features/audit-programmes/commands/cancel-open-assignments";
import { changeProgrammeStatus } from "@/features/audit-programmes/commands/change-programme-status";
import { createProgramme } from "@/features/audit-programmes/commands/create-programme";
import { declareConflict } from "@/features/audit-programmes/commands/declare-conflict";
import { declineAssignment, recordDecline } from "@/features/audit-programmes/commands/decline-assignment";
import { findAuditReminders } from "@/features/audit-programmes/commands/find-audit-reminders";
import { lockOwnAssignment } from "@/features/audit-programmes/commands/lock-own-assignment";
import { lockProgramme } from "@/features/audit-programmes/commands/lock-programme";
import { checkForm, checkPlace } from "@/features/audit-programmes/commands/programme-checks";
import { remindOfAssignments } from "@/features/audit-programmes/commands/remind-of-assignments";
import { removeTarget } from "@/features/audit-programmes/commands/remove-target";
import { saveQuiz } from "@/features/audit-programmes/commands/save-quiz";
import { setTarget } from "@/features/audit-programmes/commands/set-target";
import { updateBriefing } from "@/features/audit-programmes/commands/update-briefing";
import { updateProgramme } from "@/features/audit-programmes/commands/update-programme";
import { withdrawAttestation } from "@/features/audit-programmes/commands/withdraw-attestation";
import { withdrawConflict } from "@/features/audit-programmes/commands/withdraw-conflict";
import { withScope } from "@/server/database";
import { key } from "@/server/scope";
import type { Cast } from "../cast";
import { type Lines, line } from "../line";
import type { Place } from "../makers";
import {
  newAssignment,
  newAssignmentWith,
  newConflict,
  newProgramme,
  newQuizProgramme,
  newTarget,
  newVisit,
} from "../programme-rows";

export const programmeFields = (formId: string) => ({
  name: "Renamed",
  objective: "To know.",
  formId,
  encounterTypeId: null,
  startsOn: "2026-01-01",
  endsOn: "2026-12-31",
  daysBetweenVisits: 30,
  mostVisitsPerDay: 2,
  firstLookDays: 3,
  appealDays: 14,
});

/** A visit offered to a consultant who has declared nothing. */
export const offered = async (of: Cast, place: Place) => ({
  ...(await newVisit(of, place)),
  memberIds: [(await of.newMember()).memberId],
  note: null,
});

/** Programmes are the whole organization's. */
const whole = { own: "changes", foreign: "not found", limited: "forbidden" } as const;
const consultants = { as: "consultant", own: "changes", foreign: "not found" } as const;
const briefing = { scenario: "A tie.", brief: "Go." };
/** The caller's own visit with one thing of somebody else's. */
const visitWith =
  (foreign: (of: Cast) => Promise<object> | object) => async (of: Cast, place: Place, caller: Cast) => ({
    ...(await offered(caller, of === caller ? place : caller.here)),
    ...(await foreign(of)),
  });

export const auditProgrammesCommands: Lines = {
  createProgramme: line({
    given: (of) => newProgramme(of),
    call: (scope, { formId }) => createProgramme(scope, { ...programmeFields(formId), ...briefing }),
    ...whole,
  }),
  updateProgramme: line({
    given: (of) => newProgramme(of),
    call: (scope, { programmeId, formId }) =>
      updateProgramme(scope, { programmeId, ...programmeFields(formId) }),
    ...whole,
  }),
  updateBriefing: line({
    given: (of) => newProgramme(of),
    call: (scope, { programmeId }) => updateBriefing(scope, { programmeId, ...briefing }),
    ...whole,
  }),
  saveQuiz: line({
    given: newQuizProgramme,
    call: (scope, { programmeId }) => saveQuiz(scope, { programmeId, questions: [] }),
    ...whole,
  }),
  changeProgrammeStatus: line({
    given: (of) => newProgramme(of),
    call: (scope, { programmeId }) => changeProgrammeStatus(scope, { programmeId, change: "end" }),
    ...whole,
  }),
  attestStaffInformed: line({
    given: (of) => newProgramme(of, { staffInformedOn: null }),
    call: (scope, { programmeId }) =>
      attestStaffInformed(scope, { programmeId, staffInformedOn: "2026-01-01" }),
    ...whole,
  }),
  withdrawAttestation: line({
    given: (of) => newProgramme(of),
    call: (scope, { programmeId }) => withdrawAttestation(scope, { programmeId }),
    ...whole,
  }),
  setTarget: line({
    given: newVisit,
    call: (scope, { windowStartsOn: _from, windowEndsOn: _to, ...place }) =>
      setTarget(scope, { ...place, visits: 2 }),
    ...whole,
  }),
  removeTarget: line({
    given: newTarget,
    call: (scope, { targetId }) => removeTarget(scope, { targetId }),
    ...whole,
  }),
  lockProgramme: line({
    given: (of) => newProgramme(of),
    call: (scope, { programmeId }) => withScope(scope, (tx) => lockProgramme(tx, scope, programmeId)),
    own: "shows",
    foreign: "not found",
    limited: "forbidden",
  }),
  checkForm: line({
    given: (of) => newProgramme(of),
    call: (scope, { formId }) =>
      withScope(scope, (tx) => checkForm(tx, scope, { formId, encounterTypeId: null })),
    own: "runs",
    foreign: "not found",
  }),
  checkPlace: line({
    given: async (of, place) => ({ ...(await newVisit(of, place)), formId: (await newProgramme(of)).formId }),
    call: (scope, place) => withScope(scope, (tx) => checkPlace(tx, scope, place)),
    own: "runs",
    foreign: "not found",
  }),
  assignVisit: [
    line({ given: offered, call: (scope, visit) => assignVisit(scope, visit), ...whole }),
    ...[
      async (of: Cast) => ({ memberIds: [(await of.newMember()).memberId] }),
      (of: Cast) => ({ locationId: of.here.locationId }),
      (of: Cast) => ({ touchpointId: of.touchpointId }),
      (of: Cast) => ({ teamId: of.teamId, locationId: of.here.locationId }),
    ].map((foreign) =>
      line({
        given: visitWith(foreign),
        call: (scope, visit) => assignVisit(scope, visit),
        own: "changes",
        foreign: "not found",
      }),
    ),
  ],
  cancelAssignment: line({
    given: newAssignment,
    call: (scope, { assignmentId }) => cancelAssignment(scope, { assignmentId }),
    ...whole,
  }),
  cancelOpenAssignments: line({
    given: newAssignment,
    call: (scope, { id }) => withScope(scope, (tx) => cancelOpenAssignments(tx, scope, { id })),
    own: ({ changed }) => expect(changed).toEqual(["audit_assignments", "jobs", "member_mails"]),
    foreign: "nothing",
  }),
  acceptAssignment: [
    line({
      ...consultants,
      given: newAssignment,
      call: (scope, { assignmentId }) => acceptAssignment(scope, { assignmentId }),
    }),
    // Only by whose it is, in the same organization too.
    line({
      as: "owner",
      given: newAssignment,
      call: (scope, { assignmentId }) => acceptAssignment(scope, { assignmentId }),
      own: "not found",
      foreign: "not found",
    }),
  ],
  declineAssignment: line({
    ...consultants,
    given: newAssignment,
    call: (scope, { assignmentId }) => declineAssignment(scope, { assignmentId, reason: "Away." }),
  }),
  recordDecline: line({
    given: newAssignment,
    call: (scope, { id }) =>
      withScope(scope, async (tx) => {
        const { programme, ...assignment } = await tx.auditAssignment.findUniqueOrThrow({
          where: key(scope, id),
          select: {
            id: true,
            createdByUserId: true,
            programme: { select: { name: true } },
            location: { select: { name: true } },
          },
        });
        await recordDecline(tx, scope, { ...assignment, programme }, "Away.");
      }),
    own: "changes",
    foreign: ({ error }) => expect(error).toBeDefined(),
  }),
  lockOwnAssignment: line({
    as: "consultant",
    given: newAssignment,
    call: (scope, { id }) => withScope(scope, (tx) => lockOwnAssignment(tx, scope, id)),
    own: "shows",
    foreign: "not found",
  }),
  answerQuiz: line({
    ...consultants,
    given: newAssignment,
    call: (scope, { programmeId }) => answerQuiz(scope, { programmeId, answers: { q: "a" } }),
  }),
  declareConflict: [
    line({
      ...consultants,
      given: (of, place) => of.newEmployee(place),
      call: (scope, { id }) => declareConflict(scope, { locationId: null, employeeId: id, reason: "Sister" }),
    }),
    line({
      ...consultants,
      given: (of) => of.newLocation(),
      call: (scope, { id }) => declareConflict(scope, { locationId: id, employeeId: null, reason: "Work" }),
    }),
  ],
  withdrawConflict: line({
    ...consultants,
    given: newConflict,
    call: (scope, { conflictId }) => withdrawConflict(scope, { conflictId }),
  }),
  findAuditReminders: line({
    // Night in the zones of both: no organization gets a job. That it is told of all is its purpose.
    call: () => findAuditReminders(new Date("2026-11-19T02:00:00Z")),
    own: "nothing",
    foreign: "takes nothing",
  }),
  remindOfAssignments: line({
    // Its window has begun an hour ago.
    given: (of, place) =>
      newAssignmentWith(of, place, {
        createdAt: new Date(Date.now() - 24 * 3600_000),
        windowStartsAt: new Date(Date.now() - 3600_000),
        windowEndsAt: new Date(Date.now() + 5 * 24 * 3600_000),
      }),
    as: "job",
    call: (scope) => remindOfAssignments(scope),
    own: "changes",
    foreign: "runs",
  }),
};
