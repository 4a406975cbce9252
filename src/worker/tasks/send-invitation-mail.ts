import "server-only";
import { sendInvitationMail } from "@/features/invitations/commands/send-invitation-mail";
import { jobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";

/** Sends one invitation or reminder, if it is still to be sent. */
export async function sendInvitationMailTask(payload: JobPayloads["sendInvitationMail"]): Promise<void> {
  await sendInvitationMail(await jobScope(payload), payload.invitationId, payload.kind);
}
