"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";
import { acceptAssignment } from "./commands/accept-assignment";
import { answerQuiz } from "./commands/answer-quiz";
import { assignVisit } from "./commands/assign-visit";
import { attestStaffInformed } from "./commands/attest-staff-informed";
import { cancelAssignment } from "./commands/cancel-assignment";
import { changeProgrammeStatus } from "./commands/change-programme-status";
import { createProgramme } from "./commands/create-programme";
import { declareConflict } from "./commands/declare-conflict";
import { declineAssignment } from "./commands/decline-assignment";
import { removeTarget } from "./commands/remove-target";
import { saveQuiz } from "./commands/save-quiz";
import { setTarget } from "./commands/set-target";
import { updateBriefing } from "./commands/update-briefing";
import { updateProgramme } from "./commands/update-programme";
import { withdrawAttestation } from "./commands/withdraw-attestation";
import { withdrawConflict } from "./commands/withdraw-conflict";
import { listCandidates } from "./queries/list-candidates";
import { searchConflictEmployees, searchConflictLocations } from "./queries/search-conflict-subjects";
import {
  assignmentIdInput,
  assignmentInput,
  attestationInput,
  candidatesInput,
  conflictIdInput,
  conflictInput,
  declineInput,
  programmeBriefingInput,
  programmeIdInput,
  programmeInput,
  programmeSettingsInput,
  programmeStatusInput,
  quizAnswersInput,
  quizInput,
  targetIdInput,
  targetInput,
} from "./schema";

const MANAGE = "audit-programmes.manage";
const ANSWER = "audit-assignments.answer";
const searchInput = z.object({ query: z.string().max(100) });

export const createProgrammeAction = defineAction({
  permission: MANAGE,
  input: programmeInput,
  run: (scope, input) => createProgramme(scope, input),
});

export const updateProgrammeAction = defineAction({
  permission: MANAGE,
  input: programmeSettingsInput,
  run: (scope, input) => thenRefresh(updateProgramme(scope, input)),
});

export const updateBriefingAction = defineAction({
  permission: MANAGE,
  input: programmeBriefingInput,
  run: (scope, input) => thenRefresh(updateBriefing(scope, input)),
});

export const saveQuizAction = defineAction({
  permission: MANAGE,
  input: quizInput,
  run: (scope, input) => thenRefresh(saveQuiz(scope, input)),
});

export const changeProgrammeStatusAction = defineAction({
  permission: MANAGE,
  input: programmeStatusInput,
  run: (scope, input) => thenRefresh(changeProgrammeStatus(scope, input)),
});

export const attestStaffInformedAction = defineAction({
  permission: MANAGE,
  input: attestationInput,
  run: (scope, input) => thenRefresh(attestStaffInformed(scope, input)),
});

export const withdrawAttestationAction = defineAction({
  permission: MANAGE,
  input: programmeIdInput,
  run: (scope, input) => thenRefresh(withdrawAttestation(scope, input)),
});

export const setTargetAction = defineAction({
  permission: MANAGE,
  input: targetInput,
  run: (scope, input) => thenRefresh(setTarget(scope, input)),
});

export const removeTargetAction = defineAction({
  permission: MANAGE,
  input: targetIdInput,
  run: (scope, input) => thenRefresh(removeTarget(scope, input)),
});

export const listCandidatesAction = defineAction({
  permission: MANAGE,
  input: candidatesInput,
  run: (scope, input) => listCandidates(scope, input),
});

export const assignVisitAction = defineAction({
  permission: MANAGE,
  input: assignmentInput,
  run: (scope, input) => thenRefresh(assignVisit(scope, input)),
});

export const cancelAssignmentAction = defineAction({
  permission: MANAGE,
  input: assignmentIdInput,
  run: (scope, input) => thenRefresh(cancelAssignment(scope, input)),
});

export const acceptAssignmentAction = defineAction({
  permission: ANSWER,
  input: assignmentIdInput,
  run: (scope, input) => thenRefresh(acceptAssignment(scope, input)),
});

export const declineAssignmentAction = defineAction({
  permission: ANSWER,
  input: declineInput,
  run: (scope, input) => thenRefresh(declineAssignment(scope, input)),
});

export const answerQuizAction = defineAction({
  permission: ANSWER,
  input: quizAnswersInput,
  run: (scope, input) => thenRefresh(answerQuiz(scope, input)),
});

export const declareConflictAction = defineAction({
  permission: ANSWER,
  input: conflictInput,
  run: (scope, input) => thenRefresh(declareConflict(scope, input)),
});

export const withdrawConflictAction = defineAction({
  permission: ANSWER,
  input: conflictIdInput,
  run: (scope, input) => thenRefresh(withdrawConflict(scope, input)),
});

export const searchConflictLocationsAction = defineAction({
  permission: ANSWER,
  input: searchInput,
  run: (scope, { query }) => searchConflictLocations(scope, query),
});

export const searchConflictEmployeesAction = defineAction({
  permission: ANSWER,
  input: searchInput,
  run: (scope, { query }) => searchConflictEmployees(scope, query),
});
