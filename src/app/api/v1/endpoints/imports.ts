import "server-only";
import { open } from "node:fs/promises";
import { z } from "zod";
import { createAnswerImport } from "@/features/answer-imports/commands/create-answer-import";
import { discardAnswerImport } from "@/features/answer-imports/commands/discard-answer-import";
import { mapAnswerImport } from "@/features/answer-imports/commands/map-answer-import";
import { applyAnswerMapping } from "@/features/answer-imports/commands/saved-mappings";
import { startAnswerImport } from "@/features/answer-imports/commands/start-answer-import";
import { storeAnswerChunk } from "@/features/answer-imports/commands/store-answer-chunk";
import { finishAnswerUpload } from "@/features/answer-imports/commands/take-in-file";
import { LARGEST_FILE } from "@/features/answer-imports/formats";
import { answerMapping, type MappingProblem } from "@/features/answer-imports/mapping";
import { getAnswerImport } from "@/features/answer-imports/queries/get-answer-import";
import { listAnswerRejections } from "@/features/answer-imports/queries/list-answer-rejections";
import { FAILURES } from "@/features/answer-imports/schema";
import { AnswerImportStatus } from "@/generated/prisma/enums";
import { defineEndpoint } from "@/server/api/define-endpoint";
import { Problem, type ProblemPlace } from "@/server/api/problem";
import { parseJson } from "@/server/api/read-body";
import { readBody } from "@/server/api/read-input";
import { type UploadedFile, withMultipart } from "@/server/api/read-multipart";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { id, text } from "../schemas";

const moment = z.iso.datetime().nullable();
const count = z.number().int();

const state = z
  .object({
    id,
    status: z.enum(AnswerImportStatus),
    fileName: z.string(),
    createdAt: z.iso.datetime(),
    startedAt: moment,
    finishedAt: moment,
    undoneAt: moment,
    rowsTotal: count.nullable().describe("Rows below the header; an estimate until the import has finished."),
    rowsRead: count,
    answersStored: count,
    answersKnown: count.describe("Answers an earlier import had stored already."),
    noAnswers: count.describe("Empty cells and codes that mean no answer."),
    rejected: count.describe("Cells and rows that were not stored."),
    firstRejections: z
      .array(z.object({ line: count, column: z.string(), value: z.string().nullable(), reason: z.string() }))
      .describe("The first 25 of them; `column` is empty for a row as a whole."),
    failure: z.enum(FAILURES).nullable().describe("What was wrong with the file as a whole."),
  })
  .meta({ id: "Import" });

const fields = z.object({
  mapping: answerMapping
    .optional()
    .meta({ id: "AnswerMapping", description: "What the file's columns mean, as in the wizard." }),
  mappingName: text(120).optional().describe("A mapping saved in the wizard; this or `mapping`."),
});

export const postImports = defineEndpoint({
  method: "POST",
  path: "/imports",
  name: "importAnswers",
  tag: "Imports",
  access: "write",
  summary: "Import answers from a CSV or XLSX file",
  description:
    "The file is checked and taken in at once, its answers are stored in the background: ask for the import's state. The same file twice stores nothing new.",
  multipart: {
    description: "A file of at most 200 MB and what its columns mean.",
    file: "file",
    fields,
    json: ["mapping"],
  },
  responses: { 202: { description: "Begun.", schema: state } },
  run: ({ scope, request }) =>
    withMultipart(request, { file: "file", most: LARGEST_FILE }, async ({ fields, file }) => {
      const mapping = readMapping(fields);
      if (!file || file.bytes === 0)
        throw incomplete([{ pointer: "/file", detail: "Send a file that is not empty." }]);
      const importId = await takeIn(scope, file, mapping);
      return {
        status: 202,
        body: await readState(scope, importId),
        headers: { Location: `/api/v1/imports/${importId}` },
      };
    }),
});

export const getImport = defineEndpoint({
  method: "GET",
  path: "/imports/{id}",
  name: "getImport",
  tag: "Imports",
  access: "read",
  summary: "How far an import is",
  parameters: z.object({ id }),
  responses: { 200: { description: "Its state.", schema: state } },
  run: async ({ scope, path }) => ({ status: 200, body: await readState(scope, path.id.toLowerCase()) }),
});

type Mapping = { columns: z.output<typeof answerMapping> } | { name: string };

function readMapping({ mapping, mappingName }: Record<string, string>): Mapping {
  if ((mapping === undefined) === (mappingName === undefined)) {
    throw incomplete([{ pointer: "/mapping", detail: "Send mapping or mappingName." }]);
  }
  if (mappingName !== undefined) return { name: mappingName };
  return { columns: readBody(answerMapping, parseJson(Buffer.from(mapping as string))) };
}

/** Stores the file, says what its columns mean and starts; what is not started leaves nothing behind. */
async function takeIn(scope: Scope, file: UploadedFile, mapping: Mapping): Promise<string> {
  const { id: importId, chunkBytes } = await createAnswerImport(scope, {
    fileName: file.name,
    bytes: file.bytes,
  });
  try {
    await storeChunks(scope, importId, file, chunkBytes);
    await finishAnswerUpload(scope, importId);
    await applyMapping(scope, importId, mapping);
    await startAnswerImport(scope, importId);
    return importId;
  } catch (error) {
    // A file that nobody could read is gone already.
    await discardAnswerImport(scope, importId).catch(() => {});
    throw error;
  }
}

async function storeChunks(scope: Scope, importId: string, file: UploadedFile, chunkBytes: number) {
  const source = await open(file.location, "r");
  try {
    for (let start = 0; start < file.bytes; start += chunkBytes) {
      const content = new Uint8Array(Math.min(chunkBytes, file.bytes - start));
      await source.read(content, 0, content.length, start);
      await storeAnswerChunk(scope, importId, start / chunkBytes, content);
    }
  } finally {
    await source.close();
  }
}

async function applyMapping(scope: Scope, importId: string, mapping: Mapping): Promise<void> {
  if ("columns" in mapping) {
    const { problems } = await mapAnswerImport(scope, importId, mapping.columns);
    if (problems.length > 0) throw incomplete(problems.map(describeProblem));
    return;
  }
  try {
    await applyAnswerMapping(scope, importId, { name: mapping.name });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw incomplete([{ pointer: "/mappingName", detail: "There is no mapping of this name." }]);
  }
  const { problems } = await getAnswerImport(scope, importId);
  if (problems.length > 0) throw incomplete(problems.map(describeProblem));
}

function incomplete(errors: ProblemPlace[]): Problem {
  return new Problem("invalid-content", "Nothing was imported.", { errors });
}

const PROBLEM_TEXTS: Record<MappingProblem["problem"], string> = {
  scoreNeeded: "No column holds scores.",
  dateNeeded: "Nothing tells when the answers were given.",
  dateFormNeeded: "Say how the dates of this column are written.",
  touchpointNeeded: "Nothing tells the touchpoint of these scores.",
  metricNeeded: "Nothing tells the metric of these scores.",
  columnMissing: "The file has no such column.",
  columnTwice: "This column is named twice.",
  useTwice: "Another column has this use already.",
  scoreOffScale: "A value is mapped to a score outside the metric's scale.",
  thingMissing: "A thing named by its id does not exist.",
  newEmployeesNeedLocation: "New employees need a location.",
};

function describeProblem({ problem, column }: MappingProblem): ProblemPlace {
  const place = column === null ? "" : ` (column “${column}”)`;
  return { pointer: "/mapping", detail: `${PROBLEM_TEXTS[problem]}${place}` };
}

async function readState(scope: Scope, importId: string) {
  const found = await getAnswerImport(scope, importId);
  const rejections = await listAnswerRejections(scope, importId, 1);
  const at = (moment: Date | null) => moment?.toISOString() ?? null;
  return {
    id: found.id,
    status: found.status,
    fileName: found.fileName,
    createdAt: found.createdAt.toISOString(),
    startedAt: at(found.startedAt),
    finishedAt: at(found.finishedAt),
    undoneAt: at(found.undoneAt),
    rowsTotal: found.rowsTotal,
    rowsRead: found.rowsRead,
    answersStored: found.answersStored,
    answersKnown: found.answersKnown,
    noAnswers: found.noAnswers,
    rejected: found.rejected,
    firstRejections: rejections.rows,
    failure: found.failure,
  };
}
