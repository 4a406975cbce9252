import "server-only";
import type { Transaction } from "@/server/database";

/** The background tasks and their payloads; payloads carry ids, never personal data. */
export type JobPayloads = {
  inviteForEncounters: { organizationId: string; encounterIds: string[] };
  sendInvitationMail: {
    organizationId: string;
    invitationId: string;
    kind: "invitation" | "first_reminder" | "second_reminder";
  };
  sendAccountMail:
    | { kind: "password-reset"; userId: string; passwordResetId: string }
    | { kind: "member-invitation"; organizationId: string; memberInvitationId: string };
  runImport: { organizationId: string; importId: string };
  forgetImport: { organizationId: string; importId: string };
  runAnswerImport: { organizationId: string; importId: string };
  undoAnswerImport: { organizationId: string; importId: string };
  forgetAnswerImport: { organizationId: string; importId: string };
  planDigests: { organizationId: string };
  sendMemberMail: { organizationId: string; memberMailId: string };
  /** Mails about assignments of this organization that begin, end or are late, and about deadlines of appeals. */
  remindOfAudits: { organizationId: string };
  /** Opens and closes the cycles of evaluations whose day has come, and reminds raters. */
  tendEvaluations: { organizationId: string };
  sendEvaluationMail: { organizationId: string; evaluationMailId: string };
  /** Removes files from the bucket of which there is no row (any more). */
  forgetFiles: { organizationId: string; fileIds: string[] };
  sendDigest: { organizationId: string; memberId: string; weekStart: string };
  /** With the job key `rollUp:<organization>`. Never by whoever stores an answer: all would wait for the one job's row. */
  rollUp: { organizationId: string };
  /** By the clock (src/worker/schedule.ts). */
  findRollUps: Record<string, never>;
  findAuditReminders: Record<string, never>;
  findEvaluationWork: Record<string, never>;
  findDueDigests: Record<string, never>;
  cleanUp: Record<string, never>;
};

/**
 * Puts a job on the queue inside the transaction of the fact that causes it: both happen or neither.
 * With `jobKey`, a waiting job of the same key is replaced. Of the jobs that are due, those with `isAwaited` (somebody is
 * looking at the screen) come first.
 */
export async function enqueueJob<N extends keyof JobPayloads>(
  tx: Transaction,
  name: N,
  payload: JobPayloads[N],
  options: { runAt?: Date; jobKey?: string; maxAttempts?: number; isAwaited?: boolean } = {},
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(
      identifier => ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${options.runAt ?? null}::timestamptz,
      max_attempts => ${options.maxAttempts ?? 25}::int,
      job_key => ${options.jobKey ?? null}::text,
      priority => ${options.isAwaited ? -10 : 0}::int)`;
}
