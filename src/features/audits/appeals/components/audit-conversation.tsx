import type { Scope } from "@/server/scope";

/** Beside a published audit: replies, appeals with their threads and outcomes, deadlines, and the history of its states. */
export async function AuditConversation(_props: { scope: Scope; auditId: string }) {
  return null;
}
