import "server-only";
import { v7 as uuidv7 } from "uuid";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { enqueueJob } from "@/server/jobs";
import { key, type Scope } from "@/server/scope";
import { METRICS } from "../mapping";
import { findAnswerImport, type StoredAnswerImport } from "../queries/find-answer-import";
import { loadKnownThings } from "../queries/load-known-things";
import { idsOf, judgeMapping } from "../rules/judge-mapping";
import { mappedColumns } from "../rules/mapped-columns";

const TRIES = 5;

/**
 * Puts an uploaded and mapped file to work, or one that failed to work again from where it stood. Starting twice starts
 * once. Throws InvalidInputError while something is missing in the mapping.
 */
export async function startAnswerImport(scope: Scope, importId: string): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    await tx.$queryRaw`
      select 1 from answer_imports
       where organization_id = ${scope.organizationId}::uuid and id = ${importId}::uuid for update`;
    const found = await findAnswerImport(tx, scope, importId, ["uploaded", "failed", "running"]);
    if (found.status === "running") return { id: importId };
    const things = await loadKnownThings(tx, scope);
    if (judgeMapping(found.mapping, found.profile.header, idsOf(things)).length > 0) {
      throw new InvalidInputError({ mapping: "answerMappingProblems" });
    }
    if (found.status === "uploaded") await createQuestions(tx, scope, found);
    await tx.answerImport.update({
      where: key(scope, importId),
      data: {
        status: "running",
        failure: null,
        finishedAt: null,
        ...(found.status === "uploaded" ? { startedAt: scope.now } : {}),
      },
      select: { id: true },
    });
    await enqueueJob(
      tx,
      "runAnswerImport",
      { organizationId: scope.organizationId, importId },
      { jobKey: `run-answer-import:${importId}`, maxAttempts: TRIES, isAwaited: true },
    );
    if (found.status === "uploaded") {
      await recordActivity(
        tx,
        scope,
        "answerImport.started",
        { type: "answerImport", id: importId },
        {
          name: found.fileName,
        },
      );
    }
    return { id: importId };
  });
}

/** What was asked in each score column: one question, or one for each metric where another column tells it. */
async function createQuestions(tx: Transaction, scope: Scope, found: StoredAnswerImport): Promise<void> {
  const { scores } = mappedColumns(found.mapping, found.profile.header);
  await tx.question.createMany({
    data: scores.flatMap(({ column }, position) =>
      (column.metric ? [column.metric] : METRICS).map((metric) => ({
        organizationId: scope.organizationId,
        id: uuidv7(),
        answerImportId: found.id,
        key: questionKey(position, metric),
        position,
        kind: "score" as const,
        isMain: true,
        metric,
        scaleMin: METRIC_SCALES[metric].min,
        scaleMax: METRIC_SCALES[metric].max,
        texts: {
          fi: column.question || column.column,
          sv: column.question || column.column,
          en: column.question || column.column,
        },
      })),
    ),
  });
}

/** What a question of an import is found by: the score column's place among the score columns, and the metric. */
export function questionKey(position: number, metric: string): string {
  return `column-${position}-${metric}`;
}
