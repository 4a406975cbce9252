import "server-only";
import type { TaskList } from "graphile-worker";
import type { JobPayloads } from "@/server/jobs";
import { toSafeTaskError } from "@/server/safe-error";
import {
  forgetAnswerImportTask,
  runAnswerImportTask,
  undoAnswerImportTask,
} from "@/worker/tasks/answer-imports";
import { findAuditRemindersTask, remindOfAuditsTask, sendMemberMailTask } from "@/worker/tasks/audits";
import { cleanUpTask } from "@/worker/tasks/clean-up";
import { findEvaluationWorkTask, tendEvaluationsTask } from "@/worker/tasks/evaluations";
import { forgetFilesTask } from "@/worker/tasks/forget-files";
import { forgetImportTask } from "@/worker/tasks/forget-import";
import { inviteForEncountersTask } from "@/worker/tasks/invite-for-encounters";
import { findRollUpsTask, rollUpTask } from "@/worker/tasks/roll-up";
import { runImportTask } from "@/worker/tasks/run-import";
import { sendAccountMailTask } from "@/worker/tasks/send-account-mail";
import { findDueDigestsTask, planDigestsTask, sendDigestTask } from "@/worker/tasks/send-digests";
import { sendEvaluationMailTask } from "@/worker/tasks/send-evaluation-mail";
import { sendInvitationMailTask } from "@/worker/tasks/send-invitation-mail";

/** A background task: idempotent, because a job whose worker died runs again. What it throws is tried again later. */
export type TaskFunction<Payload> = (
  payload: Payload,
  job: { attempt: number; lastAttempt: boolean },
) => Promise<void>;

/** Every task by the name under which `enqueueJob` puts it on the queue. */
const tasks: { [Name in keyof JobPayloads]: TaskFunction<JobPayloads[Name]> } = {
  inviteForEncounters: inviteForEncountersTask,
  sendInvitationMail: sendInvitationMailTask,
  forgetImport: forgetImportTask,
  runImport: runImportTask,
  runAnswerImport: runAnswerImportTask,
  undoAnswerImport: undoAnswerImportTask,
  forgetAnswerImport: forgetAnswerImportTask,
  sendAccountMail: sendAccountMailTask,
  planDigests: planDigestsTask,
  sendDigest: sendDigestTask,
  findDueDigests: findDueDigestsTask,
  sendMemberMail: sendMemberMailTask,
  sendEvaluationMail: sendEvaluationMailTask,
  findAuditReminders: findAuditRemindersTask,
  remindOfAudits: remindOfAuditsTask,
  findEvaluationWork: findEvaluationWorkTask,
  tendEvaluations: tendEvaluationsTask,
  forgetFiles: forgetFilesTask,
  rollUp: rollUpTask,
  findRollUps: findRollUpsTask,
  cleanUp: cleanUpTask,
};

/** The tasks as the queue calls them. */
export function taskList(): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, run]) => [
      name,
      async (payload, { job }) => {
        try {
          await (run as TaskFunction<unknown>)(payload, {
            attempt: job.attempts,
            lastAttempt: job.attempts >= job.max_attempts,
          });
        } catch (error) {
          // The queue stores the message and prints it.
          throw toSafeTaskError(error);
        }
      },
    ]),
  );
}
