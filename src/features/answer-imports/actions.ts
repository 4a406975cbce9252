"use server";

import { defineAction } from "@/server/define-action";
import { createAnswerImport } from "./commands/create-answer-import";
import { discardAnswerImport } from "./commands/discard-answer-import";
import { mapAnswerImport } from "./commands/map-answer-import";
import { applyAnswerMapping, deleteAnswerMapping, saveAnswerMapping } from "./commands/saved-mappings";
import { startAnswerImport } from "./commands/start-answer-import";
import { finishAnswerUpload, rereadAnswerImport } from "./commands/take-in-file";
import { undoAnswerImport } from "./commands/undo-answer-import";
import {
  answerImportIdInput,
  answerMappingIdInput,
  applyAnswerMappingInput,
  createAnswerImportInput,
  mapAnswerImportInput,
  rereadAnswerImportInput,
} from "./schema";

export const createAnswerImportAction = defineAction({
  input: createAnswerImportInput,
  permission: "encounters.import",
  run: (scope, input) => createAnswerImport(scope, input),
});

export const finishAnswerUploadAction = defineAction({
  input: answerImportIdInput,
  permission: "encounters.import",
  run: (scope, { id }) => finishAnswerUpload(scope, id),
});

export const rereadAnswerImportAction = defineAction({
  input: rereadAnswerImportInput,
  permission: "encounters.import",
  run: (scope, { id, ...change }) => rereadAnswerImport(scope, id, change),
});

export const mapAnswerImportAction = defineAction({
  input: mapAnswerImportInput,
  permission: "encounters.import",
  run: async (scope, { id, mapping, saveAs }) => {
    const mapped = await mapAnswerImport(scope, id, mapping);
    if (saveAs) await saveAnswerMapping(scope, saveAs, mapping);
    return mapped;
  },
});

export const applyAnswerMappingAction = defineAction({
  input: applyAnswerMappingInput,
  permission: "encounters.import",
  run: (scope, { id, mappingId }) => applyAnswerMapping(scope, id, { id: mappingId }),
});

export const deleteAnswerMappingAction = defineAction({
  input: answerMappingIdInput,
  permission: "encounters.import",
  run: (scope, { mappingId }) => deleteAnswerMapping(scope, mappingId),
});

export const startAnswerImportAction = defineAction({
  input: answerImportIdInput,
  permission: "encounters.import",
  run: (scope, { id }) => startAnswerImport(scope, id),
});

export const undoAnswerImportAction = defineAction({
  input: answerImportIdInput,
  permission: "encounters.import",
  run: (scope, { id }) => undoAnswerImport(scope, id),
});

export const discardAnswerImportAction = defineAction({
  input: answerImportIdInput,
  permission: "encounters.import",
  run: (scope, { id }) => discardAnswerImport(scope, id),
});
