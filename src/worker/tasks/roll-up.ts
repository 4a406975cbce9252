import "server-only";
import { rollUp } from "@/features/dashboards/commands/roll-up";
import { closeInvitations } from "@/features/invitations/commands/close-invitations";
import { withoutScope, withScope } from "@/server/database";
import { jobScope } from "@/server/job-scope";
import { enqueueJob, type JobPayloads } from "@/server/jobs";
import { makeScope } from "@/server/scope";

/** While changes keep coming they are folded this often; the less there is to fold, the quicker figures are read. */
const AGAIN_AFTER_MS = 10_000;

const jobKey = (organizationId: string) => `rollUp:${organizationId}`;

/** Puts a job on the queue for every organization that has invitations to close or rollups to bring up to date. */
export async function findRollUpsTask(): Promise<void> {
  const due = await withoutScope(
    (tx) => tx.$queryRaw<{ id: string }[]>`select organization_id as id from organizations_to_roll_up()`,
  );
  for (const { id: organizationId } of due) {
    const scope = makeScope({ organizationId, actor: "job", timeZone: "UTC" });
    await withScope(scope, (tx) =>
      enqueueJob(tx, "rollUp", { organizationId }, { jobKey: jobKey(organizationId), maxAttempts: 3 }),
    );
  }
}

/** Closes an organization's expired invitations and brings its rollups up to date. */
export async function rollUpTask(payload: JobPayloads["rollUp"]): Promise<void> {
  const { organizationId } = payload;
  const scope = await jobScope(payload);
  await closeInvitations(scope);
  if ((await rollUp(scope)) === 0) return;
  const runAt = new Date(Date.now() + AGAIN_AFTER_MS);
  await withScope(scope, (tx) =>
    enqueueJob(tx, "rollUp", { organizationId }, { jobKey: jobKey(organizationId), runAt, maxAttempts: 3 }),
  );
}
