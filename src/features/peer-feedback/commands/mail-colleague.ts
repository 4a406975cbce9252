import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/** Tells a colleague, at each of the person's accounts, that something was asked or written. */
export async function mailColleague(
  tx: Transaction,
  scope: Scope,
  memberIds: readonly string[],
  mail: { kind: "feedbackRequested" | "feedbackReceived" | "thanked"; subjectId: string },
): Promise<void> {
  for (const memberId of memberIds) await queueMemberMail(tx, scope, { memberId, ...mail });
}
