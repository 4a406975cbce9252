"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { addReadyBehaviours } from "./commands/add-ready-behaviours";
import { archiveBehaviour } from "./commands/archive-behaviour";
import { createBehaviour } from "./commands/create-behaviour";
import { moveBehaviour } from "./commands/move-behaviour";
import { restoreBehaviour } from "./commands/restore-behaviour";
import { updateBehaviour } from "./commands/update-behaviour";
import { behaviourInput, behaviourMove, behaviourUpdate } from "./schema";

const onlyId = z.object({ id });

export const createBehaviourAction = defineAction({
  input: behaviourInput,
  permission: "behaviours.manage",
  run: (scope, input) => thenRefresh(createBehaviour(scope, input)),
});

export const updateBehaviourAction = defineAction({
  input: behaviourUpdate,
  permission: "behaviours.manage",
  run: (scope, input) => thenRefresh(updateBehaviour(scope, input)),
});

export const moveBehaviourAction = defineAction({
  input: behaviourMove,
  permission: "behaviours.manage",
  run: (scope, input) => thenRefresh(moveBehaviour(scope, input)),
});

export const archiveBehaviourAction = defineAction({
  input: onlyId,
  permission: "behaviours.manage",
  run: (scope, input) => thenRefresh(archiveBehaviour(scope, input.id)),
});

export const restoreBehaviourAction = defineAction({
  input: onlyId,
  permission: "behaviours.manage",
  run: (scope, input) => thenRefresh(restoreBehaviour(scope, input.id)),
});

export const addReadyBehavioursAction = defineAction({
  input: z.object({}),
  permission: "behaviours.manage",
  run: (scope) => thenRefresh(addReadyBehaviours(scope)),
});
