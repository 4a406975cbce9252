import "server-only";
import { sendAccountMail } from "@/features/organizations/commands/send-account-mail";
import type { JobPayloads } from "@/server/jobs";
import { log } from "@/server/log";
import { MailNotSentError } from "@/server/mail";

/**
 * Mails the link for a new password or for joining an organization. A mail server that is down or busy is tried again
 * with back-off; one that will never take this mail (no such address) is not.
 */
export async function sendAccountMailTask(payload: JobPayloads["sendAccountMail"]): Promise<void> {
  try {
    await sendAccountMail(payload);
  } catch (error) {
    if (!(error instanceof MailNotSentError && error.isLasting)) throw error;
    log("warn", "account mail refused", { kind: payload.kind });
  }
}
