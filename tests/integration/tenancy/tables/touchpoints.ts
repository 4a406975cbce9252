import { expect } from "vitest";
import { archiveEncounterType } from "@/features/touchpoints/commands/archive-encounter-type";
import { archiveTouchpoint } from "@/features/touchpoints/commands/archive-touchpoint";
import { createEncounterType } from "@/features/touchpoints/commands/create-encounter-type";
import { createJourneyFromTemplate } from "@/features/touchpoints/commands/create-journey-from-template";
import { createTouchpoint } from "@/features/touchpoints/commands/create-touchpoint";
import { deleteEncounterType } from "@/features/touchpoints/commands/delete-encounter-type";
import { deleteTouchpoint } from "@/features/touchpoints/commands/delete-touchpoint";
import { isEncounterTypeNameTaken } from "@/features/touchpoints/commands/encounter-type-names";
import {
  isTouchpointNameTaken,
  listStageIds,
  lockJourney,
  saveStageOrder,
} from "@/features/touchpoints/commands/journey-order";
import { moveTouchpoint } from "@/features/touchpoints/commands/move-touchpoint";
import { restoreEncounterType } from "@/features/touchpoints/commands/restore-encounter-type";
import { restoreTouchpoint } from "@/features/touchpoints/commands/restore-touchpoint";
import { updateEncounterType } from "@/features/touchpoints/commands/update-encounter-type";
import { updateTouchpoint } from "@/features/touchpoints/commands/update-touchpoint";
import { getEncounterType } from "@/features/touchpoints/queries/get-encounter-type";
import { getTouchpoint } from "@/features/touchpoints/queries/get-touchpoint";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listEncounterTypes } from "@/features/touchpoints/queries/list-encounter-types";
import { listJourney } from "@/features/touchpoints/queries/list-journey";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { encounterTypeListInput } from "@/features/touchpoints/schema";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { action, type Lines, line, lock } from "../line";
import { unique } from "../makers";

const touchpoint = (of: Cast) => of.newTouchpoint();
const archivedTouchpoint = (of: Cast) => of.newTouchpoint({ isArchived: true });
const encounterType = (of: Cast) => of.newEncounterType();
const archivedType = (of: Cast) => of.newEncounterType({ isArchived: true });
const mineAndOther = async (of: Cast, _place: unknown, caller: Cast) => ({
  mine: await caller.newTouchpoint(),
  beforeId: (await of.newTouchpoint()).id,
});

const touchpointOf = (name = `Touchpoint ${unique()}`) => ({
  name,
  publicNameFi: null,
  publicNameSv: null,
  publicNameEn: null,
  stage: "after" as const,
  channel: "phone" as const,
  isCritical: false,
});
const typeOf = (name = `Type ${unique()}`) => ({ name, description: null });
const isTrue = ({ result }: { result: unknown }) => expect(result).toBe(true);

/** The journey is the whole organization's: a manager limited to a location changes nothing of it. */
const forbiddenToLocal = { own: "changes", foreign: "not found", limited: "forbidden" } as const;
const found = { own: "shows", foreign: "not found" } as const;
const journeyAction = { permission: "journey.manage", foreign: "not found" } as const;

export const touchpoints: Lines = {
  getTouchpoint: line({
    given: touchpoint,
    call: (scope, { id }) => withScope(scope, (tx) => getTouchpoint(tx, scope, id)),
    ...found,
  }),
  getEncounterType: line({
    given: encounterType,
    call: (scope, { id }) => withScope(scope, (tx) => getEncounterType(tx, scope, id)),
    ...found,
  }),
  listJourney: line({
    given: touchpoint,
    call: (scope) => listJourney(scope),
    own: "shows",
    foreign: "hides",
  }),
  listTouchpointOptions: line({
    given: archivedTouchpoint,
    call: (scope) => listTouchpointOptions(scope, { includeArchived: true }),
    own: "shows",
    foreign: "hides",
  }),
  listEncounterTypeOptions: line({
    given: archivedType,
    call: (scope) => listEncounterTypeOptions(scope, { includeArchived: true }),
    own: "shows",
    foreign: "hides",
  }),
  listEncounterTypes: line({
    given: encounterType,
    call: (scope, { name }) => listEncounterTypes(scope, encounterTypeListInput.parse({ q: name })),
    own: "shows",
    foreign: "nothing",
  }),

  lockJourney: lock(lockJourney),
  listStageIds: line({
    given: touchpoint,
    call: (scope) => withScope(scope, (tx) => listStageIds(tx, scope, "during")),
    own: "shows",
    foreign: "hides",
  }),
  saveStageOrder: line({
    given: touchpoint,
    call: (scope, { id }) => withScope(scope, (tx) => saveStageOrder(tx, scope, "after", [id])),
    own: "changes",
    foreign: "runs",
  }),
  isTouchpointNameTaken: line({
    given: touchpoint,
    call: (scope, { name }) => withScope(scope, (tx) => isTouchpointNameTaken(tx, scope, name)),
    own: isTrue,
    foreign: "nothing",
  }),
  createTouchpoint: [
    line({
      call: (scope) => createTouchpoint(scope, touchpointOf()),
      own: "changes",
      foreign: "takes nothing",
      limited: "forbidden",
    }),
    line({
      // A name is taken within one organization only.
      given: (of) => of.newTouchpoint({ name: `Touchpoint ${unique()}` }),
      call: (scope, { name }) => createTouchpoint(scope, touchpointOf(name)),
      own: "invalid",
      foreign: "changes",
    }),
  ],
  updateTouchpoint: line({
    given: touchpoint,
    call: (scope, { id }) => updateTouchpoint(scope, { ...touchpointOf(), id }),
    ...forbiddenToLocal,
  }),
  moveTouchpoint: [
    line({
      given: touchpoint,
      call: (scope, { id }) => moveTouchpoint(scope, { id, stage: "before", beforeId: null }),
      ...forbiddenToLocal,
    }),
    line({
      given: mineAndOther,
      call: (scope, { mine, beforeId }) => moveTouchpoint(scope, { id: mine.id, stage: "during", beforeId }),
      ...forbiddenToLocal,
    }),
  ],
  archiveTouchpoint: line({
    given: touchpoint,
    call: (scope, { id }) => archiveTouchpoint(scope, id),
    ...forbiddenToLocal,
  }),
  restoreTouchpoint: line({
    given: archivedTouchpoint,
    call: (scope, { id }) => restoreTouchpoint(scope, id),
    ...forbiddenToLocal,
  }),
  deleteTouchpoint: line({
    given: touchpoint,
    call: (scope, { id }) => deleteTouchpoint(scope, id),
    ...forbiddenToLocal,
  }),
  createJourneyFromTemplate: line({
    call: (scope) => createJourneyFromTemplate(scope, "retail_store"),
    own: "changes",
    foreign: "takes nothing",
    limited: "forbidden",
  }),

  isEncounterTypeNameTaken: line({
    given: encounterType,
    call: (scope, { name }) => withScope(scope, (tx) => isEncounterTypeNameTaken(tx, scope, name)),
    own: isTrue,
    foreign: "nothing",
  }),
  createEncounterType: [
    line({
      call: (scope) => createEncounterType(scope, typeOf()),
      own: "changes",
      foreign: "takes nothing",
      limited: "forbidden",
    }),
    line({
      given: (of) => of.newEncounterType({ name: `Type ${unique()}` }),
      call: (scope, { name }) => createEncounterType(scope, typeOf(name)),
      own: "invalid",
      foreign: "changes",
    }),
  ],
  updateEncounterType: line({
    given: encounterType,
    call: (scope, { id }) => updateEncounterType(scope, { ...typeOf(), id }),
    ...forbiddenToLocal,
  }),
  archiveEncounterType: line({
    given: encounterType,
    call: (scope, { id }) => archiveEncounterType(scope, id),
    ...forbiddenToLocal,
  }),
  restoreEncounterType: line({
    given: archivedType,
    call: (scope, { id }) => restoreEncounterType(scope, id),
    ...forbiddenToLocal,
  }),
  deleteEncounterType: line({
    given: encounterType,
    call: (scope, { id }) => deleteEncounterType(scope, id),
    ...forbiddenToLocal,
  }),

  createTouchpointAction: action({ ...journeyAction, input: () => touchpointOf(), foreign: "takes nothing" }),
  updateTouchpointAction: action({
    ...journeyAction,
    given: touchpoint,
    input: ({ id }) => ({ ...touchpointOf(), id }),
  }),
  moveTouchpointAction: action({
    ...journeyAction,
    given: mineAndOther,
    input: ({ mine, beforeId }) => ({ id: mine.id, stage: "during", beforeId }),
  }),
  archiveTouchpointAction: action({ ...journeyAction, given: touchpoint, input: ({ id }) => ({ id }) }),
  restoreTouchpointAction: action({
    ...journeyAction,
    given: archivedTouchpoint,
    input: ({ id }) => ({ id }),
  }),
  deleteTouchpointAction: action({ ...journeyAction, given: touchpoint, input: ({ id }) => ({ id }) }),
  createJourneyFromTemplateAction: action({
    ...journeyAction,
    input: () => ({ template: "b2b_sales" }),
    foreign: "takes nothing",
  }),
  createEncounterTypeAction: action({ ...journeyAction, input: () => typeOf(), foreign: "takes nothing" }),
  updateEncounterTypeAction: action({
    ...journeyAction,
    given: encounterType,
    input: ({ id }) => ({ ...typeOf(), id }),
  }),
  archiveEncounterTypeAction: action({ ...journeyAction, given: encounterType, input: ({ id }) => ({ id }) }),
  restoreEncounterTypeAction: action({ ...journeyAction, given: archivedType, input: ({ id }) => ({ id }) }),
  deleteEncounterTypeAction: action({ ...journeyAction, given: encounterType, input: ({ id }) => ({ id }) }),
};
