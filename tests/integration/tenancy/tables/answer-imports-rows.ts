import { expect } from "vitest";
import { AnswerBatch, batchWriter } from "@/features/answer-imports/commands/answer-batch";
import { answerId, answerIdentity } from "@/features/answer-imports/commands/answer-identity";
import { arrayLiteral } from "@/features/answer-imports/commands/array-literal";
import { BatchPipeline } from "@/features/answer-imports/commands/batch-pipeline";
import { createThings } from "@/features/answer-imports/commands/create-things";
import { OccurrenceCounter } from "@/features/answer-imports/commands/occurrence-counter";
import { runAnswerImport } from "@/features/answer-imports/commands/run-answer-import";
import { runAnswerUndo } from "@/features/answer-imports/commands/run-answer-undo";
import { questionKey } from "@/features/answer-imports/commands/start-answer-import";
import { storeAnswerBatch } from "@/features/answer-imports/commands/store-answer-batch";
import { undoAnswerImport } from "@/features/answer-imports/commands/undo-answer-import";
import { answerMapping } from "@/features/answer-imports/mapping";
import { makeRowReader } from "@/features/answer-imports/rules/row-reader";
import { withScope } from "@/server/database";
import { newAnswerImport } from "../answer-imports";
import type { Cast } from "../cast";
import { type Lines, line, pure } from "../line";
import { unique } from "../makers";

const running = (of: Cast) => newAnswerImport(of, "running");
const nothing = answerMapping.parse({});
const noThings = { touchpoints: [], employees: [], locations: [], encounterTypes: [], language: "en" };
const reader = () => makeRowReader(nothing, [], noThings, { timeZone: "UTC", now: new Date() });
const identity = () => answerIdentity("", nothing, [], []);
const bytes = Buffer.alloc(16);

/** A batch of one answer with this touchpoint, for the import's own question. */
function batchOf(question: string, touchpointId: string): AnswerBatch {
  const batch = new AnswerBatch(0);
  batch.rowsRead = 1;
  const row = { ...reader().read({ line: 2, cells: [] }), at: Date.UTC(2026, 10, 1), rejections: [] };
  const touchpoint = {
    kind: "touchpoint" as const,
    name: "",
    id: touchpointId,
    channel: "web" as const,
    location: null,
    teamId: null,
  };
  const id = crypto.randomUUID();
  batch.add({ id, row, question, metric: "nps", score: 9, touchpoint, hasComment: false });
  return batch;
}

const questionOf = async (of: Cast, importId: string) => {
  const where = { organizationId: of.scope.organizationId, answerImportId: importId };
  const question = await withScope(of.scope, (tx) => tx.question.findFirstOrThrow({ where }));
  return question.id;
};

export const answerImportsRows: Lines = {
  createThings: line({
    given: running,
    call: (scope, { id }) => {
      const name = `Touchpoint ${unique()}`;
      const target = {
        kind: "touchpoint" as const,
        name,
        id: null,
        channel: null,
        location: null,
        teamId: null,
      };
      return createThings(scope, id, nothing, [target]);
    },
    own: "changes",
    foreign: "not found",
    limited: "forbidden",
  }),
  storeAnswerBatch: [
    line({
      given: async (of) => {
        const { id, touchpointId } = await running(of);
        return { importId: id, touchpointId, question: await questionOf(of, id) };
      },
      call: (scope, { importId, touchpointId, question }) =>
        withScope(scope, (tx) =>
          storeAnswerBatch(tx, scope, importId, batchOf(question, touchpointId), "en"),
        ),
      own: "changes",
      foreign: ({ result, changed }) => expect([result, changed]).toEqual([false, []]),
    }),
    line({
      // The caller's own import with somebody else's touchpoint.
      given: async (of, _place, caller) => {
        const { id } = await running(caller);
        return { importId: id, touchpointId: of.touchpointId, question: await questionOf(caller, id) };
      },
      call: (scope, { importId, touchpointId, question }) =>
        withScope(scope, (tx) =>
          storeAnswerBatch(tx, scope, importId, batchOf(question, touchpointId), "en"),
        ),
      own: "changes",
      foreign: "constraint",
    }),
  ],
  runAnswerImport: line({
    given: running,
    as: "job",
    call: async (scope, { id }) => {
      await runAnswerImport(scope, id);
    },
    own: "changes",
    foreign: "not found",
    limited: "forbidden",
  }),
  runAnswerUndo: line({
    given: async (of) => {
      const { id } = await newAnswerImport(of, "finished");
      return undoAnswerImport(of.scope, id);
    },
    as: "job",
    call: (scope, { id }) => runAnswerUndo(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "forbidden",
  }),
  answerIdentity: pure("makes what answers are known by", () => answerIdentity("", nothing, [], [])),
  answerId: pure("joins two digests", () => answerId(bytes, bytes, 0)),
  arrayLiteral: pure("writes a list", () => arrayLiteral(["a", 1, null])),
  OccurrenceCounter: pure("counts digests", () => new OccurrenceCounter().count(bytes)),
  BatchPipeline: pure("keeps batches in order", () => new BatchPipeline(async () => {}, 2)),
  AnswerBatch: pure("gathers rows", () => new AnswerBatch(0)),
  batchWriter: pure("adds rows to a batch", () => batchWriter(reader(), [], identity(), new Map())),
  questionKey: pure("names a question", () => questionKey(0, "nps")),
};
