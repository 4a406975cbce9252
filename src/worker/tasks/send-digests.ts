import "server-only";
import { findDueDigests } from "@/features/digests/commands/find-due-digests";
import { planDigests } from "@/features/digests/commands/plan-digests";
import { sendDigest } from "@/features/digests/commands/send-digest";
import { findDueWeek } from "@/features/digests/rules";
import { jobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";
import { log } from "@/server/log";

/** Every hour: the organizations in whose time zone it is Monday morning. */
export async function findDueDigestsTask(): Promise<void> {
  const organizations = await findDueDigests(new Date());
  if (organizations > 0) log("debug", "digests.due", { organizations });
}

/** Decides once a week who of an organization gets the digest. */
export async function planDigestsTask(payload: JobPayloads["planDigests"]): Promise<void> {
  const scope = await jobScope(payload);
  const week = findDueWeek(scope.now, scope.timeZone);
  const digests = week ? await planDigests(scope, week) : 0;
  if (digests > 0) log("info", "digests.planned", { ...payload, digests });
}

/** Sends one member's digest, if it is still to be sent. */
export async function sendDigestTask(payload: JobPayloads["sendDigest"]): Promise<void> {
  const { memberId, weekStart } = payload;
  await sendDigest(await jobScope(payload), { memberId, monday: weekStart });
}
