import { readFileSync } from "node:fs";
import { createAnswerImport } from "@/features/answer-imports/commands/create-answer-import";
import { mapAnswerImport } from "@/features/answer-imports/commands/map-answer-import";
import { runAnswerImport } from "@/features/answer-imports/commands/run-answer-import";
import { runAnswerUndo } from "@/features/answer-imports/commands/run-answer-undo";
import { startAnswerImport } from "@/features/answer-imports/commands/start-answer-import";
import { storeAnswerChunk } from "@/features/answer-imports/commands/store-answer-chunk";
import { finishAnswerUpload } from "@/features/answer-imports/commands/take-in-file";
import { undoAnswerImport } from "@/features/answer-imports/commands/undo-answer-import";
import { CHUNK_BYTES } from "@/features/answer-imports/formats";
import { type AnswerMappingInput, answerMapping } from "@/features/answer-imports/mapping";
import { getAnswerImport } from "@/features/answer-imports/queries/get-answer-import";
import { listAnswerRejections } from "@/features/answer-imports/queries/list-answer-rejections";
import { withScope } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";

/** The real file the README of shared/data tells about. */
export const SFO_FILE = new URL("../../../../shared/data/sfo_customer_survey_2017_raw.csv", import.meta.url);
export const readSfoFile = () => new Uint8Array(readFileSync(SFO_FILE));

export const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));

/** Uploads a file in its pieces, as the page does. */
export async function uploadFile(scope: Scope, bytes: Uint8Array, fileName = "answers.csv"): Promise<string> {
  const { id } = await createAnswerImport(scope, { fileName, bytes: bytes.length });
  for (let position = 0; position * CHUNK_BYTES < bytes.length; position += 1) {
    const start = position * CHUNK_BYTES;
    await storeAnswerChunk(scope, id, position, bytes.subarray(start, start + CHUNK_BYTES));
  }
  await finishAnswerUpload(scope, id);
  return id;
}

/** What the worker makes of a member's job. */
export const workerScope = (scope: Scope): Scope =>
  makeScope({ ...scope, actor: "job", role: null, memberId: null });

export async function mapAndStart(scope: Scope, id: string, mapping: AnswerMappingInput): Promise<void> {
  const { problems } = await mapAnswerImport(scope, id, answerMapping.parse(mapping));
  if (problems.length > 0) throw new Error(`the mapping has problems: ${JSON.stringify(problems)}`);
  await startAnswerImport(scope, id);
}

/** Uploads, maps, starts and carries out an import; gives its counts and rejections. */
export async function importAnswers(scope: Scope, bytes: Uint8Array, mapping: AnswerMappingInput) {
  const id = await uploadFile(scope, bytes);
  await mapAndStart(scope, id, mapping);
  await runAnswerImport(workerScope(scope), id);
  return outcomeOf(scope, id);
}

export async function outcomeOf(scope: Scope, id: string) {
  const { status, rowsRead, rowsTotal, answersStored, answersKnown, noAnswers, rejected } =
    await getAnswerImport(scope, id);
  const rejections = (await listAnswerRejections(scope, id, 1)).rows;
  return {
    id,
    status,
    rowsRead,
    rowsTotal,
    answersStored,
    answersKnown,
    noAnswers,
    rejected,
    rejections: rejections.map(({ line, column, value, reason }) => [line, column, value, reason]),
  };
}

export async function undo(scope: Scope, id: string): Promise<void> {
  await undoAnswerImport(scope, id);
  await runAnswerUndo(workerScope(scope), id);
}

export type StoredAnswer = {
  metric: string;
  score: number;
  at: string;
  touchpoint: string;
  location: string | null;
  employee: string | null;
  channel: string;
  segment: string | null;
  language: string;
  comment: string | null;
};

/** Every imported answer with the names of what it is attributed to, in an order of its own. */
export function storedAnswers(scope: Scope): Promise<StoredAnswer[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<StoredAnswer[]>`
      select a.metric::text, a.score::int, to_char(a.answered_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as at,
             t.name as touchpoint, l.name as location, e.name as employee, a.channel::text, a.segment, r.language, r.comment
        from answers a
        join responses r on r.organization_id = a.organization_id and r.id = a.response_id
        join touchpoints t on t.organization_id = a.organization_id and t.id = a.touchpoint_id
        left join locations l on l.organization_id = a.organization_id and l.id = a.location_id
        left join employees e on e.organization_id = a.organization_id and e.id = a.employee_id
       where a.organization_id = ${scope.organizationId}::uuid and r.answer_import_id is not null
       order by at, metric, touchpoint, score, location, employee, comment`,
  );
}
