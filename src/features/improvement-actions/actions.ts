"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { changeActionStatus } from "./commands/change-action-status";
import { createImprovementAction } from "./commands/create-improvement-action";
import { deleteImprovementAction } from "./commands/delete-improvement-action";
import { updateImprovementAction } from "./commands/update-improvement-action";
import { actionStatusInput, actionUpdate, newActionInput } from "./schema";

export const createImprovementActionAction = defineAction({
  input: newActionInput,
  permission: "improvement-actions.manage",
  run: createImprovementAction,
});

export const updateImprovementActionAction = defineAction({
  input: actionUpdate,
  permission: "improvement-actions.manage",
  run: updateImprovementAction,
});

export const changeActionStatusAction = defineAction({
  input: actionStatusInput,
  permission: "improvement-actions.manage",
  run: (scope, input) => thenRefresh(changeActionStatus(scope, input)),
});

export const deleteImprovementActionAction = defineAction({
  input: z.object({ id }),
  permission: "improvement-actions.manage",
  run: (scope, input) => deleteImprovementAction(scope, input.id),
});
