import "server-only";
import { findEvaluationWork } from "@/features/evaluation-cycles/commands/find-evaluation-work";
import { tendCycles } from "@/features/evaluation-cycles/commands/tend-cycles";
import { remindRaters } from "@/features/evaluation-cycles/raters/commands/remind-raters";
import { jobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";
import { log } from "@/server/log";

/** Every hour: has the cycles of every organization looked after. */
export async function findEvaluationWorkTask(): Promise<void> {
  await findEvaluationWork(new Date());
}

/** Opens and closes the cycles of one organization whose day has come, and reminds raters. */
export async function tendEvaluationsTask(payload: JobPayloads["tendEvaluations"]): Promise<void> {
  const scope = await jobScope(payload);
  const { opened, closed, removed } = await tendCycles(scope);
  const reminded = await remindRaters(scope);
  if (opened + closed + removed + reminded > 0) {
    log("info", "evaluations.tended", { ...payload, opened, closed, removed, reminded });
  }
}
