import "server-only";
import { sendEvaluationMail } from "@/features/evaluation-cycles/raters/commands/send-evaluation-mail";
import { jobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";

/** Sends one mail to a 360 rater, if it is still to be sent. */
export async function sendEvaluationMailTask(payload: JobPayloads["sendEvaluationMail"]): Promise<void> {
  await sendEvaluationMail(await jobScope(payload), payload.evaluationMailId);
}
