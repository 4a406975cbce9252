import { expect } from "vitest";
import { addReadyBehaviours } from "@/features/behaviours/commands/add-ready-behaviours";
import { archiveBehaviour } from "@/features/behaviours/commands/archive-behaviour";
import { createBehaviour } from "@/features/behaviours/commands/create-behaviour";
import { ensureReadyBehaviours } from "@/features/behaviours/commands/ensure-ready-behaviours";
import { moveBehaviour } from "@/features/behaviours/commands/move-behaviour";
import { requireFreeName } from "@/features/behaviours/commands/require-free-name";
import { restoreBehaviour } from "@/features/behaviours/commands/restore-behaviour";
import {
  findTakenName,
  listBehaviourIds,
  lockStandard,
  nameForActivity,
  nextPosition,
  saveStandardOrder,
} from "@/features/behaviours/commands/standard-order";
import { updateBehaviour } from "@/features/behaviours/commands/update-behaviour";
import { getBehaviour } from "@/features/behaviours/queries/get-behaviour";
import { listBehaviourUses } from "@/features/behaviours/queries/list-behaviour-uses";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { requireOwnBehaviours } from "@/features/behaviours/queries/require-own-behaviours";
import type { BehaviourInput } from "@/features/behaviours/schema";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { action, type Lines, line, lock } from "../line";
import { unique } from "../makers";

const behaviour = (of: Cast) => of.newBehaviour();
const archived = (of: Cast) => of.newBehaviour({ isArchived: true });
const mineAndOther = async (of: Cast, _place: unknown, caller: Cast) => ({
  mine: await caller.newBehaviour(),
  beforeId: (await of.newBehaviour()).id,
});
const inputOf = (nameFi = `Behaviour ${unique()}`): BehaviourInput => ({
  nameFi,
  nameSv: null,
  nameEn: null,
  descriptionFi: null,
  descriptionSv: null,
  descriptionEn: null,
});

/** The standard is the whole organization's: a manager limited to a location changes nothing of it. */
const forbiddenToLocal = { own: "changes", foreign: "not found", limited: "forbidden" } as const;
const manage = { permission: "behaviours.manage", foreign: "not found" } as const;

export const behaviours: Lines = {
  getBehaviour: line({
    given: behaviour,
    call: (scope, { id }) => withScope(scope, (tx) => getBehaviour(tx, scope, id)),
    own: "shows",
    foreign: "not found",
  }),
  listBehaviours: line({
    given: archived,
    call: (scope) => listBehaviours(scope, { includeArchived: true }),
    own: "shows",
    foreign: "hides",
  }),
  listBehaviourUses: line({
    given: (of) => of.newAskedBehaviour(),
    call: (scope) => listBehaviourUses(scope),
    own: "shows",
    foreign: "hides",
  }),
  requireOwnBehaviours: line({
    given: behaviour,
    call: (scope, { id }) =>
      withScope(scope, (tx) => requireOwnBehaviours(tx, scope, [{ field: "behaviourId", behaviourId: id }])),
    own: "runs",
    foreign: "invalid",
  }),

  lockStandard: lock(lockStandard),
  listBehaviourIds: line({
    given: behaviour,
    call: (scope) => withScope(scope, (tx) => listBehaviourIds(tx, scope)),
    own: "shows",
    foreign: "hides",
  }),
  saveStandardOrder: line({
    given: (of) => of.newBehaviour({ position: 77 }),
    call: (scope, { id }) => withScope(scope, (tx) => saveStandardOrder(tx, scope, [id])),
    own: "changes",
    foreign: "runs",
  }),
  nextPosition: line({
    given: (of) => of.newBehaviour({ position: 1_000_000 + Math.floor(Math.random() * 1_000_000) }),
    call: (scope) => withScope(scope, (tx) => nextPosition(tx, scope)),
    own: ({ result }, { position }) => expect(result).toBe(position + 1),
    foreign: ({ result }, { position }) => expect(result).not.toBe(position + 1),
  }),
  findTakenName: line({
    given: behaviour,
    call: (scope, { name }) => withScope(scope, (tx) => findTakenName(tx, scope, { en: name })),
    own: ({ result }) => expect(result).toBe("en"),
    foreign: "nothing",
  }),
  nameForActivity: line({
    call: (scope) => withScope(scope, (tx) => nameForActivity(tx, scope, { en: "Calm", sv: "Lugn" })),
    own: "runs",
    foreign: "takes nothing",
  }),
  requireFreeName: line({
    given: behaviour,
    call: (scope, { name }) => withScope(scope, (tx) => requireFreeName(tx, scope, { en: name })),
    own: "invalid",
    foreign: "nothing",
  }),
  createBehaviour: line({
    call: (scope) => createBehaviour(scope, inputOf()),
    own: "changes",
    foreign: "takes nothing",
    limited: "forbidden",
  }),
  updateBehaviour: line({
    given: behaviour,
    call: (scope, { id }) => updateBehaviour(scope, { ...inputOf(), id }),
    ...forbiddenToLocal,
  }),
  moveBehaviour: [
    line({
      given: behaviour,
      call: (scope, { id }) => moveBehaviour(scope, { id, beforeId: null }),
      ...forbiddenToLocal,
    }),
    line({
      given: mineAndOther,
      call: (scope, { mine, beforeId }) => moveBehaviour(scope, { id: mine.id, beforeId }),
      ...forbiddenToLocal,
    }),
  ],
  archiveBehaviour: line({
    given: behaviour,
    call: (scope, { id }) => archiveBehaviour(scope, id),
    ...forbiddenToLocal,
  }),
  restoreBehaviour: line({
    given: archived,
    call: (scope, { id }) => restoreBehaviour(scope, id),
    ...forbiddenToLocal,
  }),
  ensureReadyBehaviours: line({
    call: (scope) => withScope(scope, (tx) => ensureReadyBehaviours(tx, scope, ["empathy"])),
    own: "changes",
    foreign: "takes nothing",
  }),
  addReadyBehaviours: line({
    call: (scope) => addReadyBehaviours(scope),
    own: "changes",
    foreign: "takes nothing",
    limited: "forbidden",
  }),

  createBehaviourAction: action({ ...manage, input: () => inputOf(), foreign: "takes nothing" }),
  updateBehaviourAction: action({ ...manage, given: behaviour, input: ({ id }) => ({ ...inputOf(), id }) }),
  moveBehaviourAction: action({
    ...manage,
    given: mineAndOther,
    input: ({ mine, beforeId }) => ({ id: mine.id, beforeId }),
  }),
  archiveBehaviourAction: action({ ...manage, given: behaviour, input: ({ id }) => ({ id }) }),
  restoreBehaviourAction: action({ ...manage, given: archived, input: ({ id }) => ({ id }) }),
  addReadyBehavioursAction: action({ ...manage, input: () => ({}), own: "runs", foreign: "takes nothing" }),
};
