"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { archiveEncounterType } from "./commands/archive-encounter-type";
import { archiveTouchpoint } from "./commands/archive-touchpoint";
import { createEncounterType } from "./commands/create-encounter-type";
import { createJourneyFromTemplate } from "./commands/create-journey-from-template";
import { createTouchpoint } from "./commands/create-touchpoint";
import { deleteEncounterType } from "./commands/delete-encounter-type";
import { deleteTouchpoint } from "./commands/delete-touchpoint";
import { moveTouchpoint } from "./commands/move-touchpoint";
import { restoreEncounterType } from "./commands/restore-encounter-type";
import { restoreTouchpoint } from "./commands/restore-touchpoint";
import { updateEncounterType } from "./commands/update-encounter-type";
import { updateTouchpoint } from "./commands/update-touchpoint";
import {
  encounterTypeInput,
  encounterTypeUpdate,
  journeyTemplateKey,
  touchpointInput,
  touchpointMove,
  touchpointUpdate,
} from "./schema";

const onlyId = z.object({ id });

export const createTouchpointAction = defineAction({
  input: touchpointInput,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(createTouchpoint(scope, input)),
});

export const updateTouchpointAction = defineAction({
  input: touchpointUpdate,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(updateTouchpoint(scope, input)),
});

export const moveTouchpointAction = defineAction({
  input: touchpointMove,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(moveTouchpoint(scope, input)),
});

export const archiveTouchpointAction = defineAction({
  input: onlyId,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(archiveTouchpoint(scope, input.id)),
});

export const restoreTouchpointAction = defineAction({
  input: onlyId,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(restoreTouchpoint(scope, input.id)),
});

export const deleteTouchpointAction = defineAction({
  input: onlyId,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(deleteTouchpoint(scope, input.id)),
});

export const createJourneyFromTemplateAction = defineAction({
  input: z.object({ template: journeyTemplateKey }),
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(createJourneyFromTemplate(scope, input.template)),
});

export const createEncounterTypeAction = defineAction({
  input: encounterTypeInput,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(createEncounterType(scope, input)),
});

export const updateEncounterTypeAction = defineAction({
  input: encounterTypeUpdate,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(updateEncounterType(scope, input)),
});

export const archiveEncounterTypeAction = defineAction({
  input: onlyId,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(archiveEncounterType(scope, input.id)),
});

export const restoreEncounterTypeAction = defineAction({
  input: onlyId,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(restoreEncounterType(scope, input.id)),
});

export const deleteEncounterTypeAction = defineAction({
  input: onlyId,
  permission: "journey.manage",
  run: (scope, input) => thenRefresh(deleteEncounterType(scope, input.id)),
});
