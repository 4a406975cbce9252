import "server-only";
import type { Consent } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { findSuppressions } from "../queries/find-suppressions";
import { suppressAddress } from "./suppress-address";

/**
 * Unsubscribing and a manager's suppression concern the person, not the mailbox: they follow to a new address. An address
 * that could not be delivered to says nothing about the next one. Where an unsubscribed customer's address is removed,
 * nothing is left to mark, so that the consent given back becomes "refused".
 */
export async function carrySuppression(
  tx: Transaction,
  scope: Scope,
  before: { email: string | null },
  after: { email: string | null; consent: Consent },
): Promise<Consent> {
  if (!before.email || before.email === after.email) return after.consent;
  const reason = (await findSuppressions(tx, scope, [before.email])).get(before.email);
  if (!reason || reason === "undeliverable") return after.consent;
  if (!after.email) return reason === "unsubscribed" ? "refused" : after.consent;
  await suppressAddress(tx, scope, after.email, reason);
  return after.consent;
}
