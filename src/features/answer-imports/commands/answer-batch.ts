import "server-only";
import { cleanCell, type RawRow } from "../reading/raw-row";
import type { ReadRow, RowReader } from "../rules/row-reader";
import type { Target } from "../rules/things";
import { answerId, type answerIdentity } from "./answer-identity";

/** Answers stored in one transaction: what a crash can cost, and how long the import's row is locked. */
export const BATCH_ANSWERS = 5_000;
const BATCH_ROWS = 20_000;
const LONGEST_VALUE = 500;

export type BatchAnswer = {
  id: string;
  row: ReadRow;
  question: string;
  metric: string;
  score: number;
  touchpoint: Target;
  hasComment: boolean;
};
export type BatchRejection = {
  line: number;
  column: number;
  columnName: string;
  value: string;
  reason: string;
};

/** Rows of a file on their way to the database. */
export class AnswerBatch {
  readonly answers: BatchAnswer[] = [];
  readonly rejections: BatchRejection[] = [];
  readonly newTargets = new Set<Target>();
  /** Rows read, those before this batch included. */
  rowsRead: number;
  readonly firstRow: number;
  noAnswers = 0;
  /** Answers that came again under one reference, in this batch or the one before: known as soon as the first is stored. */
  repeated = 0;
  readonly ids = new Set<string>();
  readonly #before: ReadonlySet<string>;

  /** `before` are the ids of the batch that is still being stored. */
  constructor(firstRow: number, before: ReadonlySet<string> = new Set()) {
    this.firstRow = firstRow;
    this.rowsRead = firstRow;
    this.#before = before;
  }

  add(answer: BatchAnswer): void {
    // Two transactions that insert one id wait for each other.
    if (this.ids.has(answer.id) || this.#before.has(answer.id)) {
      this.repeated += 1;
      return;
    }
    this.ids.add(answer.id);
    this.answers.push(answer);
  }

  get isFull(): boolean {
    return this.answers.length >= BATCH_ANSWERS || this.rowsRead - this.firstRow >= BATCH_ROWS;
  }
}

/** Makes what adds a row of the file to a batch. */
export function batchWriter(
  reader: RowReader,
  header: readonly string[],
  identity: ReturnType<typeof answerIdentity>,
  questionIds: ReadonlyMap<string, string>,
) {
  const columnDigests = new Map<string, Buffer>();
  const digestOf = (position: number, metric: string): Buffer => {
    const known = columnDigests.get(`${position} ${metric}`);
    if (known) return known;
    const score = reader.scores[position];
    const made = identity.ofColumn(score?.column.column ?? "", metric, score?.touchpoint ?? null);
    columnDigests.set(`${position} ${metric}`, made);
    return made;
  };

  return function add(batch: AnswerBatch, raw: RawRow, digest: Buffer): void {
    const row = reader.read(raw);
    batch.rowsRead += 1;
    batch.noAnswers += row.noAnswers;
    addRejections(batch, row, raw);
    if (row.answers.length === 0) return;
    const isOfReference = identity.isReference(raw.cells);
    const time = isOfReference ? null : row.identity;
    // The words go with the answer about the whole, where the row has one.
    const spoken = Math.max(
      0,
      row.answers.findIndex(({ metric }) => metric === "nps"),
    );
    for (const [place, { column, metric, score, touchpoint }] of row.answers.entries()) {
      const question = questionIds.get(`${column} ${metric}`);
      if (!question) throw new Error(`no question for column ${column}, ${metric}`);
      batch.add({
        id: answerId(digest, digestOf(column, metric), time),
        row,
        question,
        metric,
        score,
        touchpoint,
        hasComment: place === spoken && row.comment !== null,
      });
      if (touchpoint.id === null) batch.newTargets.add(touchpoint);
    }
    for (const target of [row.location, row.encounterType, row.employee]) {
      if (target?.id !== null || !target) continue;
      batch.newTargets.add(target);
      if (target.location?.id === null) batch.newTargets.add(target.location);
    }
  };

  function addRejections(batch: AnswerBatch, { line, rejections }: ReadRow, { cells }: RawRow) {
    const columns = new Set<number>();
    for (const { index, reason } of rejections) {
      if (columns.has(index)) continue;
      columns.add(index);
      const value = cleanCell(cells[index]).slice(0, LONGEST_VALUE);
      batch.rejections.push({ line, column: index, columnName: header[index] ?? "", value, reason });
    }
  }
}
