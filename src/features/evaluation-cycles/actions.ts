"use server";

import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";
import { addSubjects } from "./commands/add-subjects";
import { cancelCycle } from "./commands/cancel-cycle";
import { closeCycle } from "./commands/close-cycle";
import { createCycle } from "./commands/create-cycle";
import { extendCycle } from "./commands/extend-cycle";
import { nameManager } from "./commands/name-manager";
import { openCycle } from "./commands/open-cycle";
import { openNomination } from "./commands/open-nomination";
import { removeSubject } from "./commands/remove-subject";
import { updateCycle } from "./commands/update-cycle";
import { cycleForm, cycleSettingsForm } from "./cycle-form";
import { addSubjectsInput, cycleIdInput, extendCycleInput, nameManagerInput, subjectIdInput } from "./schema";

const MANAGE = "evaluation-cycles.manage";

export const createEvaluationCycleAction = defineAction({
  permission: MANAGE,
  input: cycleForm,
  run: (scope, input) => createCycle(scope, input),
});

export const updateEvaluationCycleAction = defineAction({
  permission: MANAGE,
  input: cycleSettingsForm,
  run: (scope, input) => thenRefresh(updateCycle(scope, input)),
});

export const openNominationAction = defineAction({
  permission: MANAGE,
  input: cycleIdInput,
  run: (scope, input) => thenRefresh(openNomination(scope, input)),
});

export const openCycleAction = defineAction({
  permission: MANAGE,
  input: cycleIdInput,
  run: (scope, input) => thenRefresh(openCycle(scope, input)),
});

export const closeCycleAction = defineAction({
  permission: MANAGE,
  input: cycleIdInput,
  run: (scope, input) => thenRefresh(closeCycle(scope, input)),
});

export const extendCycleAction = defineAction({
  permission: MANAGE,
  input: extendCycleInput,
  run: (scope, input) => thenRefresh(extendCycle(scope, input)),
});

export const cancelCycleAction = defineAction({
  permission: MANAGE,
  input: cycleIdInput,
  run: (scope, input) => thenRefresh(cancelCycle(scope, input)),
});

export const addSubjectsAction = defineAction({
  permission: MANAGE,
  input: addSubjectsInput,
  run: (scope, input) => thenRefresh(addSubjects(scope, input)),
});

export const removeSubjectAction = defineAction({
  permission: MANAGE,
  input: subjectIdInput,
  run: (scope, input) => thenRefresh(removeSubject(scope, input)),
});

export const nameManagerAction = defineAction({
  permission: MANAGE,
  input: nameManagerInput,
  run: (scope, input) => thenRefresh(nameManager(scope, input)),
});
