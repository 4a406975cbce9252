import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { getEnv } from "@/server/env";
import { key, type Scope } from "@/server/scope";
import { REJECTIONS_KEPT_DAYS } from "../formats";
import { findAnswerImport, type StoredAnswerImport } from "../queries/find-answer-import";
import { loadKnownThings } from "../queries/load-known-things";
import { storedFile } from "../queries/stored-file";
import { openRows } from "../reading/open-rows";
import { UnreadableFileError } from "../reading/unreadable-file-error";
import { makeRowReader } from "../rules/row-reader";
import { AnswerBatch, batchWriter } from "./answer-batch";
import { answerIdentity } from "./answer-identity";
import { BatchPipeline } from "./batch-pipeline";
import { createThings } from "./create-things";
import { forgetLater } from "./forget-later";
import { storeAnswerBatch } from "./store-answer-batch";
import { rollBackAnswerImport } from "./undo-answer-import";

/** Two batches at once need two connections, and others of this process want one too. */
const POOL_FOR_TWO = 4;

export type ImportResult = { rows: number; milliseconds: number };

/**
 * Carries out a started import from where it stands, batch by batch; the next batch is read while one is being stored.
 * A file that turns out to be unreadable further on is taken back as a whole. Null when there was nothing to do.
 * `afterBatch` is called after each stored batch (tests stop an import there).
 */
export async function runAnswerImport(
  scope: Scope,
  importId: string,
  { afterBatch }: { afterBatch?: () => void } = {},
): Promise<ImportResult | null> {
  const started = performance.now();
  const found = await withScope(scope, (tx) => findAnswerImport(tx, scope, importId));
  if (found.status !== "running") return null;
  let rows: number;
  try {
    rows = await storeAll(scope, found, afterBatch);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    await rollBackAnswerImport(
      scope,
      importId,
      error.reason === "fileQuoteOpen" ? "quoteOpen" : "unreadable",
    );
    return null;
  }
  await finishAnswerImport(scope, found, rows);
  return { rows, milliseconds: Math.round(performance.now() - started) };
}

async function storeAll(scope: Scope, found: StoredAnswerImport, afterBatch?: () => void): Promise<number> {
  const { id, mapping, profile } = found;
  const { things, questions } = await withScope(scope, async (tx) => ({
    things: await loadKnownThings(tx, scope),
    questions: await tx.question.findMany({
      where: { organizationId: scope.organizationId, answerImportId: id },
      select: { id: true, position: true, metric: true },
    }),
  }));
  const reader = makeRowReader(mapping, profile.header, things, { timeZone: scope.timeZone, now: scope.now });
  // What the mapping itself creates is part of what the answers are known by, so it comes first.
  const ofMapping = [...reader.fixed, ...reader.scores.map(({ touchpoint }) => touchpoint)];
  const withPlaces = ofMapping.flatMap((target) => [target?.location ?? null, target]);
  await createThings(scope, id, mapping, [...new Set(withPlaces.flatMap((target) => target ?? []))]);
  const identity = answerIdentity(scope.organizationId, mapping, profile.header, reader.fixed);
  const questionIds = new Map(questions.map((one) => [`${one.position} ${one.metric}`, one.id]));
  const add = batchWriter(reader, profile.header, identity, questionIds);

  const store = async (batch: AnswerBatch, before: Promise<void>) => {
    await createThings(scope, id, mapping, [...batch.newTargets]);
    const isStored = await withScope(scope, (tx) =>
      storeAnswerBatch(tx, scope, id, batch, things.language, before),
    );
    if (!isStored) throw new Error("the import is no longer running here");
    afterBatch?.();
  };
  const pipeline = new BatchPipeline(store, getEnv().DATABASE_POOL_SIZE >= POOL_FOR_TWO ? 2 : 1);
  let batch = new AnswerBatch(found.rowsRead);
  let row = -1; // The header comes first.
  try {
    for await (const rows of openRows(storedFile(scope, id, found.size), found)) {
      for (const raw of rows) {
        row += 1;
        if (row === 0) continue;
        const digest = identity.ofRow(raw.cells);
        if (row <= found.rowsRead) continue;
        add(batch, raw, digest);
        if (!batch.isFull) continue;
        await pipeline.put(batch);
        batch = new AnswerBatch(batch.rowsRead, batch.ids);
      }
    }
    if (batch.rowsRead > batch.firstRow) await pipeline.put(batch);
  } finally {
    await pipeline.settle();
  }
  await pipeline.end();
  return Math.max(row, 0);
}

/** Ends the import; the file is no longer needed. */
async function finishAnswerImport(scope: Scope, found: StoredAnswerImport, rows: number): Promise<void> {
  const { organizationId } = scope;
  const now = new Date();
  await withScope(scope, async (tx) => {
    const finished = await tx.answerImport.updateMany({
      where: { organizationId, id: found.id, status: "running" },
      data: { status: "finished", finishedAt: now, rowsTotal: rows },
    });
    if (finished.count === 0) return;
    await tx.answerImportChunk.deleteMany({ where: { organizationId, importId: found.id } });
    await forgetLater(tx, scope, found.id, REJECTIONS_KEPT_DAYS);
    const { answersStored, rejected } = await tx.answerImport.findUniqueOrThrow({
      where: key(scope, found.id),
      select: { answersStored: true, rejected: true },
    });
    await recordActivity(
      tx,
      scope,
      "answerImport.finished",
      { type: "answerImport", id: found.id },
      { name: found.fileName, stored: answersStored, rejected },
    );
  });
}
