"use server";

import { defineAction } from "@/server/define-action";
import { deleteEncounter } from "./commands/delete-encounter";
import { recordEncounter } from "./commands/record-encounter";
import { encounterIdInput, recordEncounterInput } from "./schema";

export const recordEncounterAction = defineAction({
  input: recordEncounterInput,
  permission: "encounters.record",
  run: async (scope, input) => ({ ...(await recordEncounter(scope, input)), another: input.another }),
});

export const deleteEncounterAction = defineAction({
  input: encounterIdInput,
  permission: "encounters.record",
  run: async (scope, { id }) => {
    await deleteEncounter(scope, id);
    return { id };
  },
});
