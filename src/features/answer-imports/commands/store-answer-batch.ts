import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { MOST_REJECTIONS } from "../formats";
import type { AnswerBatch, BatchAnswer } from "./answer-batch";
import { arrayLiteral } from "./array-literal";

/** Longer than any batch takes: two imports of the same rows at once may wait for each other in a circle. */
const LONGEST_WAIT = "20s";

/**
 * Stores a batch and notes how far the import has come, in one transaction: an import interrupted anywhere goes on without
 * losing or repeating a row. `before` is the batch before it, which may still be on its way: this one is stored only after
 * it, and not at all without it. False when the import is no longer running; throws when somebody else is at it.
 */
export async function storeAnswerBatch(
  tx: Transaction,
  scope: Scope,
  importId: string,
  batch: AnswerBatch,
  language: string,
  before: Promise<void> = Promise.resolve(),
): Promise<boolean> {
  // References are checked by plans a connection keeps. Made while a table is small they would read all of it for each row,
  // also when the import has filled it.
  await tx.$executeRaw`
    select set_config('enable_seqscan', 'off', true), set_config('lock_timeout', ${LONGEST_WAIT}, true)`;
  const [state] = await tx.$queryRaw<{ status: string; rejected: number }[]>`
    select status::text, rejected from answer_imports
     where organization_id = ${scope.organizationId}::uuid and id = ${importId}::uuid`;
  if (state?.status !== "running") return false;
  const { answers } = batch;
  const stored = answers.length === 0 ? 0 : await insertAnswers(tx, scope, importId, answers, language);
  if (state.rejected < MOST_REJECTIONS) await insertRejections(tx, scope, importId, batch);
  await before;
  const noted = await tx.$executeRaw`
    update answer_imports
       set rows_read = ${batch.rowsRead}::int,
           answers_stored = answers_stored + ${stored}::int,
           answers_known = answers_known + ${answers.length + batch.repeated - stored}::int,
           no_answers = no_answers + ${batch.noAnswers}::int,
           rejected = rejected + ${batch.rejections.length}::int
     where organization_id = ${scope.organizationId}::uuid and id = ${importId}::uuid
       and status = 'running' and rows_read = ${batch.firstRow}::int`;
  if (noted === 0) throw new Error("the import was carried on elsewhere");
  return true;
}

async function insertAnswers(
  tx: Transaction,
  scope: Scope,
  importId: string,
  answers: readonly BatchAnswer[],
  language: string,
): Promise<number> {
  const customers = await findCustomers(tx, scope, answers);
  const customerOf = ({ row }: BatchAnswer) => customers.get(row.customerReference ?? "");
  const list = (value: (answer: BatchAnswer) => string | number | null) => arrayLiteral(answers.map(value));
  const [result] = await tx.$queryRaw<{ stored: number }[]>`
    with given as (
      select * from unnest(
        ${list(({ id }) => id)}::uuid[],
        ${list(({ row }) => row.at)}::bigint[],
        ${list(({ question }) => question)}::uuid[],
        ${list(({ metric }) => metric)}::"MetricKey"[],
        ${list(({ score }) => score)}::smallint[],
        ${list(({ touchpoint }) => touchpoint.id)}::uuid[],
        ${list(({ row }) => row.employee?.id ?? null)}::uuid[],
        ${list(({ row }) => row.location?.id ?? null)}::uuid[],
        ${list(({ row }) => teamOf(row))}::uuid[],
        ${list(({ row }) => row.encounterType?.id ?? null)}::uuid[],
        ${list(({ row, touchpoint }) => row.channel ?? touchpoint.channel)}::"Channel"[],
        ${list((answer) => answer.row.segment ?? customerOf(answer)?.segment ?? null)}::text[],
        ${list((answer) => answer.row.language ?? customerOf(answer)?.language ?? language)}::text[],
        ${list(({ row, hasComment }) => (hasComment ? row.comment : null))}::text[]
      ) as t (id, at, question_id, metric, score, touchpoint_id, employee_id, location_id, team_id, encounter_type_id,
              channel, segment, language, comment)),
    stored as (
      insert into responses (organization_id, id, language, answered_at, completed_at, comment, touchpoint_id,
                             employee_id, location_id, team_id, encounter_type_id, channel, segment, answer_import_id)
      select ${scope.organizationId}::uuid, id, language, to_timestamp(at / 1000.0), to_timestamp(at / 1000.0), comment,
             touchpoint_id, employee_id, location_id, team_id, encounter_type_id, channel, segment, ${importId}::uuid
        from given
      on conflict do nothing
      returning id, answered_at),
    answered as (
      insert into answers (organization_id, response_id, question_id, metric, is_main, score, answered_at, touchpoint_id,
                           employee_id, location_id, team_id, encounter_type_id, channel, segment)
      select ${scope.organizationId}::uuid, id, question_id, metric, true, score, stored.answered_at, touchpoint_id,
             employee_id, location_id, team_id, encounter_type_id, channel, segment
        from given join stored using (id))
    select count(*)::int as stored from stored`;
  return result?.stored ?? 0;
}

/** The employee's team, where the answer is of the place the employee works at. */
function teamOf({ employee, location }: BatchAnswer["row"]): string | null {
  return employee?.location && employee.location === location ? employee.teamId : null;
}

/** What is known of customers whose rows do not tell segment and language themselves. */
async function findCustomers(tx: Transaction, scope: Scope, answers: readonly BatchAnswer[]) {
  const references = new Set(answers.flatMap(({ row }) => row.customerReference ?? []));
  if (references.size === 0) return new Map<string, { segment: string | null; language: string }>();
  const rows = await tx.$queryRaw<{ reference: string; segment: string | null; language: string }[]>`
    select external_reference as reference, segment, language from customers
     where organization_id = ${scope.organizationId}::uuid and erased_at is null
       and external_reference = any(${arrayLiteral([...references])}::text[])`;
  return new Map(rows.map(({ reference, ...customer }) => [reference, customer]));
}

async function insertRejections(
  tx: Transaction,
  scope: Scope,
  importId: string,
  { rejections }: AnswerBatch,
): Promise<void> {
  if (rejections.length === 0) return;
  const kept = rejections.slice(0, MOST_REJECTIONS);
  await tx.$executeRaw`
    insert into answer_import_rejections (organization_id, import_id, line, "column", column_name, value, reason)
    select ${scope.organizationId}::uuid, ${importId}::uuid, line, col, column_name, value, reason
      from unnest(${arrayLiteral(kept.map(({ line }) => line))}::int[],
                  ${arrayLiteral(kept.map(({ column }) => column))}::int[],
                  ${arrayLiteral(kept.map(({ columnName }) => columnName))}::text[],
                  ${arrayLiteral(kept.map(({ value }) => value))}::text[],
                  ${arrayLiteral(kept.map(({ reason }) => reason))}::text[])
           as t (line, col, column_name, value, reason)
    on conflict do nothing`;
}
