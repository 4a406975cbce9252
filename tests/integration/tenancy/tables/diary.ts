import { expect } from "vitest";
import { checkEntry } from "@/features/diary/commands/check-entry";
import { createDiaryEntry } from "@/features/diary/commands/create-diary-entry";
import { deleteDiaryEntry } from "@/features/diary/commands/delete-diary-entry";
import { shareDiaryEntry } from "@/features/diary/commands/share-diary-entry";
import { takeBackDiaryEntry } from "@/features/diary/commands/take-back-diary-entry";
import { updateDiaryEntry } from "@/features/diary/commands/update-diary-entry";
import { countSharedEntries } from "@/features/diary/queries/count-shared-entries";
import { getDiaryEntry } from "@/features/diary/queries/get-diary-entry";
import { getDiaryPatterns } from "@/features/diary/queries/get-diary-patterns";
import { listDiaryEncounters } from "@/features/diary/queries/list-diary-encounters";
import { listDiaryEntries } from "@/features/diary/queries/list-diary-entries";
import { listDiaryReaders } from "@/features/diary/queries/list-diary-readers";
import { listSharedEntries } from "@/features/diary/queries/list-shared-entries";
import type { DiaryEntryInput } from "@/features/diary/schema";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import type { Place } from "../makers";

const entry = (of: Cast, place: Place) => of.newDiaryEntry(place);
const shown = (of: Cast, place: Place) => of.newDiaryEntry(place, { isShared: true });
const encounter = (of: Cast, place: Place) => of.newEncounter(place);
/** Of one's own entry and a member of whichever organization, who is to read it. */
const reader = async (of: Cast, _place: Place, caller: Cast) => ({
  id: (await caller.newDiaryEntry(caller.here)).id,
  memberId: of.people.manager.memberId,
});
const inputOf = (changes: Partial<DiaryEntryInput> = {}): DiaryEntryInput => ({
  happenedOn: "2026-01-15",
  encounterId: null,
  ownFeelingAtStart: "worried",
  ownFeelingAtEnd: "calm",
  customerFeelingAtStart: null,
  customerFeelingAtEnd: null,
  whatIDid: "Listened",
  nextTime: "",
  ...changes,
});

/** A diary is its writer's; a colleague's is as far away as another organization's. */
const ofItsWriter = {
  as: "employee",
  own: "changes",
  foreign: "not found",
  employee: "not found",
} as const;
const write = { permission: "diary.write", as: "employee", foreign: "not found" } as const;

export const diary: Lines = {
  getDiaryEntry: [
    line({
      given: entry,
      as: "employee",
      call: (scope, { id }) => getDiaryEntry(scope, id),
      own: "shows",
      foreign: "not found",
      employee: "not found",
    }),
    // Not even whom it is shown to has it among the own ones.
    line({
      given: shown,
      as: "manager",
      call: (scope, { id }) => getDiaryEntry(scope, id),
      own: "forbidden",
      foreign: "forbidden",
    }),
  ],
  listDiaryEntries: line({
    given: entry,
    as: "employee",
    call: (scope) => listDiaryEntries(scope, 1),
    own: "shows",
    foreign: "hides",
    employee: "hides",
  }),
  listSharedEntries: [
    line({
      given: shown,
      call: (scope) => listSharedEntries(scope, 1),
      own: "shows",
      foreign: "hides",
    }),
    line({
      given: shown,
      as: "localManager",
      call: (scope) => listSharedEntries(scope, 1),
      own: "hides",
      foreign: "hides",
    }),
    line({ given: entry, call: (scope) => listSharedEntries(scope, 1), own: "hides", foreign: "hides" }),
  ],
  countSharedEntries: line({
    given: shown,
    as: "owner",
    call: (scope) => countSharedEntries(scope),
    own: "nothing",
    foreign: "nothing",
  }),
  getDiaryPatterns: line({
    call: (scope) => getDiaryPatterns(scope, "all"),
    as: "employee",
    own: ({ result }) => expect(result).toMatchObject({ entries: expect.any(Number) }),
    foreign: "takes nothing",
  }),
  listDiaryEncounters: line({
    // The list ends after the latest.
    given: (of: Cast, place: Place) => of.newEncounter(place, { occurredAt: new Date() }),
    as: "employee",
    call: (scope) => listDiaryEncounters(scope),
    own: "shows",
    foreign: "hides",
    employee: "hides",
  }),
  listDiaryReaders: line({
    given: (of: Cast) => ({ id: of.people.owner.memberId }),
    call: (scope) => listDiaryReaders(scope),
    own: "shows",
    foreign: "hides",
  }),
  checkEntry: line({
    given: encounter,
    as: "employee",
    call: (scope, { id }) => withScope(scope, (tx) => checkEntry(tx, scope, inputOf({ encounterId: id }))),
    own: "shows",
    foreign: "not found",
    employee: "not found",
  }),

  createDiaryEntry: line({
    given: encounter,
    call: (scope, { id }) => createDiaryEntry(scope, inputOf({ encounterId: id })),
    ...ofItsWriter,
  }),
  updateDiaryEntry: line({
    given: entry,
    call: (scope, { id }) => updateDiaryEntry(scope, { id, ...inputOf() }),
    ...ofItsWriter,
  }),
  deleteDiaryEntry: line({
    given: entry,
    call: (scope, { id }) => deleteDiaryEntry(scope, id),
    ...ofItsWriter,
  }),
  shareDiaryEntry: [
    line({
      given: entry,
      call: (scope, { id }, caller) =>
        shareDiaryEntry(scope, { id, memberId: caller.people.manager.memberId }),
      ...ofItsWriter,
    }),
    line({
      given: reader,
      as: "employee",
      call: (scope, given) => shareDiaryEntry(scope, given),
      own: "changes",
      foreign: "not found",
    }),
  ],
  takeBackDiaryEntry: line({
    given: shown,
    call: (scope, { id }) => takeBackDiaryEntry(scope, id),
    ...ofItsWriter,
  }),

  createDiaryEntryAction: action({
    ...write,
    given: encounter,
    input: ({ id }) => inputOf({ encounterId: id }),
  }),
  updateDiaryEntryAction: action({ ...write, given: entry, input: ({ id }) => ({ id, ...inputOf() }) }),
  deleteDiaryEntryAction: action({ ...write, given: entry, input: ({ id }) => ({ id }) }),
  shareDiaryEntryAction: action({ ...write, given: reader, input: (given) => given }),
  takeBackDiaryEntryAction: action({ ...write, given: shown, input: ({ id }) => ({ id }) }),
};
