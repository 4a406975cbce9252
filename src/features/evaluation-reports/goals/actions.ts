"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { changeGoalStatus } from "./commands/change-goal-status";
import { createGoal } from "./commands/create-goal";
import { deleteGoal } from "./commands/delete-goal";
import { updateGoal } from "./commands/update-goal";
import { goalStatusInput, goalUpdate, newGoalInput } from "./schema";

export const createGoalAction = defineAction({
  input: newGoalInput,
  permission: "evaluation-reports.read",
  run: (scope, input) => thenRefresh(createGoal(scope, input)),
});

export const updateGoalAction = defineAction({
  input: goalUpdate,
  permission: "evaluation-reports.read",
  run: (scope, input) => thenRefresh(updateGoal(scope, input)),
});

export const changeGoalStatusAction = defineAction({
  input: goalStatusInput,
  permission: "evaluation-reports.read",
  run: (scope, input) => thenRefresh(changeGoalStatus(scope, input)),
});

export const deleteGoalAction = defineAction({
  input: z.object({ id }),
  permission: "evaluation-reports.read",
  run: (scope, input) => thenRefresh(deleteGoal(scope, input.id)),
});
