import { action, type Lines } from "../line";
import { unique } from "../makers";
import {
  newAssignment,
  newConflict,
  newProgramme,
  newQuizProgramme,
  newTarget,
  newVisit,
} from "../programme-rows";
import { offered, programmeFields } from "./audit-programmes";

const manage = { permission: "audit-programmes.manage", foreign: "not found" } as const;
const answer = { permission: "audit-assignments.answer", as: "consultant", foreign: "not found" } as const;

export const auditProgrammesActions: Lines = {
  createProgrammeAction: action({
    ...manage,
    given: (of) => newProgramme(of),
    input: ({ formId }) => ({ ...programmeFields(formId), scenario: "A present.", brief: "Go." }),
  }),
  updateProgrammeAction: action({
    ...manage,
    given: (of) => newProgramme(of),
    input: ({ programmeId, formId }) => ({ programmeId, ...programmeFields(formId) }),
  }),
  updateBriefingAction: action({
    ...manage,
    given: (of) => newProgramme(of),
    input: ({ programmeId }) => ({ programmeId, scenario: "A tie.", brief: "Go." }),
  }),
  saveQuizAction: action({
    ...manage,
    given: newQuizProgramme,
    input: ({ programmeId }) => ({ programmeId, questions: [] }),
  }),
  changeProgrammeStatusAction: action({
    ...manage,
    given: (of) => newProgramme(of),
    input: ({ programmeId }) => ({ programmeId, change: "end" }),
  }),
  attestStaffInformedAction: action({
    ...manage,
    given: (of) => newProgramme(of, { staffInformedOn: null }),
    input: ({ programmeId }) => ({ programmeId, staffInformedOn: "2026-01-01" }),
  }),
  withdrawAttestationAction: action({
    ...manage,
    given: (of) => newProgramme(of),
    input: ({ programmeId }) => ({ programmeId }),
  }),
  setTargetAction: action({
    ...manage,
    given: (of) => newVisit(of, of.here),
    input: (visit) => ({ ...visit, visits: 2 }),
  }),
  removeTargetAction: action({
    ...manage,
    given: (of) => newTarget(of, of.here),
    input: ({ targetId }) => ({ targetId }),
  }),
  listCandidatesAction: action({
    ...manage,
    own: "runs",
    given: (of) => newVisit(of, of.here),
    input: (visit) => visit,
  }),
  assignVisitAction: action({
    ...manage,
    given: (of) => offered(of, of.here),
    input: (visit) => visit,
  }),
  cancelAssignmentAction: action({
    ...manage,
    given: (of) => newAssignment(of, of.here),
    input: ({ assignmentId }) => ({ assignmentId }),
  }),
  acceptAssignmentAction: action({
    ...answer,
    given: (of) => newAssignment(of, of.here),
    input: ({ assignmentId }) => ({ assignmentId }),
  }),
  declineAssignmentAction: action({
    ...answer,
    given: (of) => newAssignment(of, of.here),
    input: ({ assignmentId }) => ({ assignmentId, reason: "Away." }),
  }),
  answerQuizAction: action({
    ...answer,
    given: (of) => newAssignment(of, of.here),
    input: ({ programmeId }) => ({ programmeId, answers: { q: "a" } }),
  }),
  declareConflictAction: action({
    ...answer,
    given: (of) => of.newEmployee(of.elsewhere),
    input: ({ id }) => ({ employeeId: id, reason: `Sister ${unique()}` }),
  }),
  withdrawConflictAction: action({
    ...answer,
    given: (of) => newConflict(of, of.elsewhere),
    input: ({ conflictId }) => ({ conflictId }),
  }),
  searchConflictLocationsAction: action({
    ...answer,
    own: "runs",
    given: (of) => of.newLocation(),
    input: ({ name }) => ({ query: name }),
    foreign: "nothing",
  }),
  searchConflictEmployeesAction: action({
    ...answer,
    own: "runs",
    given: (of) => of.newEmployee(),
    input: ({ name }) => ({ query: name }),
    foreign: "nothing",
  }),
};
