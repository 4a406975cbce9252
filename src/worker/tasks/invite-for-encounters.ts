import "server-only";
import { inviteForEncounters } from "@/features/invitations/commands/invite-for-encounters";
import { jobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";
import { log } from "@/server/log";

/** Decides for recorded encounters whether their customers are asked. */
export async function inviteForEncountersTask(payload: JobPayloads["inviteForEncounters"]): Promise<void> {
  const result = await inviteForEncounters(await jobScope(payload), payload.encounterIds);
  log("info", "invitations.decided", { organizationId: payload.organizationId, ...result });
}
