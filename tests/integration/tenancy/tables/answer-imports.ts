import { expect } from "vitest";
import { createAnswerImport } from "@/features/answer-imports/commands/create-answer-import";
import { discardAnswerImport } from "@/features/answer-imports/commands/discard-answer-import";
import { failAnswerImport } from "@/features/answer-imports/commands/fail-answer-import";
import { forgetAnswerImport } from "@/features/answer-imports/commands/forget-answer-import";
import { forgetLater } from "@/features/answer-imports/commands/forget-later";
import { mapAnswerImport } from "@/features/answer-imports/commands/map-answer-import";
import {
  applyAnswerMapping,
  deleteAnswerMapping,
  saveAnswerMapping,
} from "@/features/answer-imports/commands/saved-mappings";
import { startAnswerImport } from "@/features/answer-imports/commands/start-answer-import";
import { storeAnswerChunk } from "@/features/answer-imports/commands/store-answer-chunk";
import { finishAnswerUpload, rereadAnswerImport } from "@/features/answer-imports/commands/take-in-file";
import {
  rollBackAnswerImport,
  undoAnswerImport,
} from "@/features/answer-imports/commands/undo-answer-import";
import { findAnswerImport } from "@/features/answer-imports/queries/find-answer-import";
import { findAnswerImportDays } from "@/features/answer-imports/queries/find-answer-import-days";
import { findAnswerImportStarter } from "@/features/answer-imports/queries/find-answer-import-starter";
import { getAnswerImport } from "@/features/answer-imports/queries/get-answer-import";
import { getAnswerImportColumns } from "@/features/answer-imports/queries/get-answer-import-columns";
import { listAnswerImports } from "@/features/answer-imports/queries/list-answer-imports";
import { listAnswerMappings } from "@/features/answer-imports/queries/list-answer-mappings";
import { listAnswerRejections } from "@/features/answer-imports/queries/list-answer-rejections";
import { loadKnownThings } from "@/features/answer-imports/queries/load-known-things";
import { previewAnswerImport } from "@/features/answer-imports/queries/preview-answer-import";
import { requireAnswerImports } from "@/features/answer-imports/queries/require-answer-imports";
import { storedFile } from "@/features/answer-imports/queries/stored-file";
import { streamAnswerRejections } from "@/features/answer-imports/queries/stream-answer-rejections";
import { summarySelect, toSummaries } from "@/features/answer-imports/queries/summaries";
import { readStart } from "@/features/answer-imports/reading/file-bytes";
import { withScope } from "@/server/database";
import { fileOf, mappingOf, newAnswerImport, newSavedMapping } from "../answer-imports";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import { unique } from "../makers";

const uploaded = (of: Cast) => newAnswerImport(of);
const running = (of: Cast) => newAnswerImport(of, "running");
const finished = (of: Cast) => newAnswerImport(of, "finished");
const refused = { foreign: "not found", limited: "forbidden" } as const;
const uploading = async (of: Cast) => {
  const content = fileOf(of);
  return { ...(await createAnswerImport(of.scope, { fileName: "x.csv", bytes: content.length })), content };
};

export const answerImportsQueries: Lines = {
  requireAnswerImports: line({
    call: (scope) => requireAnswerImports(scope),
    own: "runs",
    foreign: "takes nothing",
    limited: "forbidden",
    employee: "forbidden",
  }),
  findAnswerImport: line({
    given: uploaded,
    call: (scope, { id }) => withScope(scope, (tx) => findAnswerImport(tx, scope, id)),
    own: "shows",
    ...refused,
    employee: "forbidden",
  }),
  findAnswerImportStarter: line({
    given: uploaded,
    as: "job",
    call: (scope, { id }) => findAnswerImportStarter(scope, id),
    own: ({ result }) => expect(result).toMatchObject({ status: "uploaded" }),
    foreign: "nothing",
    limited: "forbidden",
  }),
  findAnswerImportDays: line({
    given: finished,
    call: (scope, { id }) => findAnswerImportDays(scope, id),
    own: ({ result }) => expect(result).toEqual({ first: "2026-11-01", last: "2026-11-01" }),
    ...refused,
  }),
  getAnswerImport: line({
    given: finished,
    call: (scope, { id }) => getAnswerImport(scope, id),
    own: "shows",
    ...refused,
  }),
  getAnswerImportColumns: line({
    given: uploaded,
    call: (scope, { id }) => getAnswerImportColumns(scope, id),
    own: ({ result }) => expect(result).toMatchObject({ rows: 2 }),
    ...refused,
  }),
  listAnswerImports: line({
    given: finished,
    call: (scope) => listAnswerImports(scope, 1),
    own: "shows",
    foreign: "hides",
    limited: "forbidden",
  }),
  listAnswerRejections: line({
    given: finished,
    call: (scope, { id }) => listAnswerRejections(scope, id, 1),
    own: ({ result }) => expect(result).toMatchObject({ rows: [{ line: 3, reason: "outOfScale" }] }),
    ...refused,
  }),
  streamAnswerRejections: line({
    given: finished,
    call: async (scope, { id }) => {
      const header: [string, string, string, string] = ["line", "column", "value", "reason"];
      const { pieces } = await streamAnswerRejections(scope, id, { header, describe: (reason) => reason });
      const texts: string[] = [];
      for await (const piece of pieces) texts.push(piece);
      return texts.join("");
    },
    own: ({ result }) => expect(result).toContain("3;score;99;outOfScale"),
    ...refused,
  }),
  listAnswerMappings: line({
    given: newSavedMapping,
    call: (scope) => listAnswerMappings(scope),
    own: "shows",
    foreign: "hides",
    limited: "forbidden",
  }),
  loadKnownThings: line({
    given: (of) => ({ id: of.touchpointId }),
    call: (scope) => withScope(scope, (tx) => loadKnownThings(tx, scope)),
    own: "shows",
    foreign: "hides",
  }),
  previewAnswerImport: line({
    given: uploaded,
    call: (scope, { id }) => previewAnswerImport(scope, id),
    own: ({ result, changed }) => {
      expect(result).toMatchObject({ rows: 2, answers: 1, rejected: 1 });
      // What was counted is kept.
      expect(changed).toEqual(["answer_imports"]);
    },
    ...refused,
  }),
  storedFile: line({
    given: uploaded,
    call: async (scope, { id }) => (await readStart(storedFile(scope, id, 10), 10)).length,
    own: ({ result }) => expect(result).toBe(10),
    foreign: "not found",
  }),
  toSummaries: line({
    given: (of) => of.people.consultant,
    call: (scope, { userId }) =>
      withScope(scope, async (tx) => {
        const mine = await tx.answerImport.findFirst({ select: summarySelect });
        const row = { profile: {}, ...mine, createdByUserId: userId } as NonNullable<typeof mine>;
        return (await toSummaries(tx, scope, [row])).map(({ createdBy }) => createdBy);
      }),
    own: ({ result }) => expect(result).toEqual([expect.stringMatching(/\S/)]),
    foreign: ({ result }) => expect(result).toEqual([null]),
  }),
};

export const answerImportsCommands: Lines = {
  createAnswerImport: line({
    call: (scope) => createAnswerImport(scope, { fileName: `${unique()}.csv`, bytes: 10 }),
    own: "changes",
    foreign: "takes nothing",
    limited: "forbidden",
    employee: "forbidden",
  }),
  storeAnswerChunk: line({
    given: uploading,
    call: (scope, { id, content }) => storeAnswerChunk(scope, id, 0, content),
    own: "changes",
    ...refused,
  }),
  finishAnswerUpload: line({
    given: async (of) => {
      const { id, content } = await uploading(of);
      await storeAnswerChunk(of.scope, id, 0, content);
      return { id };
    },
    call: (scope, { id }) => finishAnswerUpload(scope, id),
    own: "changes",
    ...refused,
  }),
  rereadAnswerImport: line({
    given: uploaded,
    call: (scope, { id }) => rereadAnswerImport(scope, id, { encoding: "windows-1252" }),
    own: "changes",
    ...refused,
  }),
  mapAnswerImport: [
    line({
      given: uploaded,
      call: (scope, { id }, caller) => mapAnswerImport(scope, id, { ...mappingOf(caller), columns: [] }),
      own: "changes",
      ...refused,
    }),
    line({
      // The caller's own file with somebody else's touchpoint: kept, and told to be missing.
      given: async (of, _place, caller) => ({ importId: (await uploaded(caller)).id, of: mappingOf(of) }),
      call: async (scope, { importId, of }) => (await mapAnswerImport(scope, importId, of)).problems,
      own: ({ result }) => expect(result).toEqual([]),
      foreign: ({ result }) => expect(result).toEqual([{ problem: "thingMissing", column: null }]),
    }),
  ],
  saveAnswerMapping: line({
    given: newSavedMapping,
    call: (scope, { name }) =>
      saveAnswerMapping(scope, name, mappingOf({ touchpointId: crypto.randomUUID() })),
    own: "changes",
    foreign: "changes",
    limited: "forbidden",
    echoes: true,
  }),
  applyAnswerMapping: [
    line({
      given: async (of, _place, caller) => ({
        importId: (await uploaded(of)).id,
        mappingId: (await newSavedMapping(caller)).id,
      }),
      call: (scope, { importId, mappingId }) => applyAnswerMapping(scope, importId, { id: mappingId }),
      own: "changes",
      ...refused,
    }),
    line({
      given: async (of, _place, caller) => ({
        importId: (await uploaded(caller)).id,
        mappingId: (await newSavedMapping(of)).id,
      }),
      call: (scope, { importId, mappingId }) => applyAnswerMapping(scope, importId, { id: mappingId }),
      own: "changes",
      ...refused,
    }),
  ],
  deleteAnswerMapping: line({
    given: newSavedMapping,
    call: (scope, { id }) => deleteAnswerMapping(scope, id),
    own: "changes",
    ...refused,
  }),
  startAnswerImport: line({
    given: uploaded,
    call: (scope, { id }) => startAnswerImport(scope, id),
    own: "changes",
    ...refused,
  }),
  discardAnswerImport: line({
    given: uploaded,
    call: (scope, { id }) => discardAnswerImport(scope, id),
    own: "changes",
    ...refused,
  }),
  forgetAnswerImport: line({
    given: uploaded,
    as: "job",
    call: (scope, { id }) => forgetAnswerImport(scope, id),
    own: "changes",
    foreign: "runs",
    limited: "forbidden",
  }),
  forgetLater: line({
    given: uploaded,
    call: (scope, { id }) => withScope(scope, (tx) => forgetLater(tx, scope, id, 1)),
    own: "changes",
    // A job of the caller's own that will find nothing.
    foreign: "changes",
  }),
  failAnswerImport: line({
    given: running,
    as: "job",
    call: (scope, { id }) => failAnswerImport(scope, id, "interrupted"),
    own: "changes",
    foreign: "runs",
    limited: "forbidden",
  }),
  undoAnswerImport: line({
    given: finished,
    call: (scope, { id }) => undoAnswerImport(scope, id),
    own: "changes",
    ...refused,
  }),
  rollBackAnswerImport: line({
    given: running,
    as: "job",
    call: (scope, { id }) => rollBackAnswerImport(scope, id, "unreadable"),
    own: "changes",
    ...refused,
  }),
};

const takes = (given: (of: Cast) => Promise<{ id: string }>, own: "changes" | "runs" = "changes") =>
  action<{ id: string }>({
    permission: "encounters.import",
    given,
    input: ({ id }) => ({ id }),
    own,
    foreign: "not found",
  });

export const answerImportsActions: Lines = {
  createAnswerImportAction: action({
    permission: "encounters.import",
    input: () => ({ fileName: "x.csv", bytes: 10 }),
    foreign: "takes nothing",
  }),
  finishAnswerUploadAction: takes(uploaded, "runs"),
  rereadAnswerImportAction: action<{ id: string }>({
    permission: "encounters.import",
    given: uploaded,
    input: ({ id }) => ({ id, encoding: "windows-1252" }),
    foreign: "not found",
  }),
  mapAnswerImportAction: action<{ id: string }>({
    permission: "encounters.import",
    given: uploaded,
    input: ({ id }) => ({ id, mapping: { columns: [] }, saveAs: `Mapping ${unique()}` }),
    foreign: "not found",
  }),
  applyAnswerMappingAction: action<{ importId: string; mappingId: string }>({
    permission: "encounters.import",
    given: async (of) => ({ importId: (await uploaded(of)).id, mappingId: (await newSavedMapping(of)).id }),
    input: ({ importId, mappingId }) => ({ id: importId, mappingId }),
    foreign: "not found",
  }),
  deleteAnswerMappingAction: action<{ id: string }>({
    permission: "encounters.import",
    given: newSavedMapping,
    input: ({ id }) => ({ mappingId: id }),
    foreign: "not found",
  }),
  startAnswerImportAction: takes(uploaded),
  undoAnswerImportAction: takes(finished),
  discardAnswerImportAction: takes(uploaded),
};
