"use server";

import { defineAction } from "@/server/define-action";
import { discardImport } from "./commands/discard-import";
import { mapImport, rereadImport } from "./commands/map-import";
import { startImport } from "./commands/start-import";
import { uploadImport } from "./commands/upload-import";
import { importIdInput, mapImportInput, rereadImportInput, uploadImportInput } from "./schema";

export const uploadImportAction = defineAction({
  input: uploadImportInput,
  permission: "encounters.import",
  run: async (scope, { kind, file }) =>
    uploadImport(scope, { kind, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
});

export const mapImportAction = defineAction({
  input: mapImportInput,
  permission: "encounters.import",
  run: (scope, { id, mapping }) => mapImport(scope, id, mapping),
});

export const rereadImportAction = defineAction({
  input: rereadImportInput,
  permission: "encounters.import",
  run: (scope, { id, ...how }) => rereadImport(scope, id, how),
});

export const startImportAction = defineAction({
  input: importIdInput,
  permission: "encounters.import",
  run: (scope, { id }) => startImport(scope, id),
});

export const discardImportAction = defineAction({
  input: importIdInput,
  permission: "encounters.import",
  run: async (scope, { id }) => {
    await discardImport(scope, id);
    return { id };
  },
});
