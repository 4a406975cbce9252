"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { createDiaryEntry } from "./commands/create-diary-entry";
import { deleteDiaryEntry } from "./commands/delete-diary-entry";
import { shareDiaryEntry } from "./commands/share-diary-entry";
import { takeBackDiaryEntry } from "./commands/take-back-diary-entry";
import { updateDiaryEntry } from "./commands/update-diary-entry";
import { diaryEntryInput, diaryEntryUpdate, diaryShareInput } from "./schema";

const onlyId = z.object({ id });

export const createDiaryEntryAction = defineAction({
  input: diaryEntryInput,
  permission: "diary.write",
  run: createDiaryEntry,
});

export const updateDiaryEntryAction = defineAction({
  input: diaryEntryUpdate,
  permission: "diary.write",
  run: (scope, input) => thenRefresh(updateDiaryEntry(scope, input)),
});

export const deleteDiaryEntryAction = defineAction({
  input: onlyId,
  permission: "diary.write",
  run: (scope, input) => deleteDiaryEntry(scope, input.id),
});

export const shareDiaryEntryAction = defineAction({
  input: diaryShareInput,
  permission: "diary.write",
  run: (scope, input) => thenRefresh(shareDiaryEntry(scope, input)),
});

export const takeBackDiaryEntryAction = defineAction({
  input: onlyId,
  permission: "diary.write",
  run: (scope, input) => thenRefresh(takeBackDiaryEntry(scope, input.id)),
});
