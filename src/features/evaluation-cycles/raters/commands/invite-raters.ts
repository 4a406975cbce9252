import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * Brings a collecting cycle's list of raters up to date and invites whoever is new on it, in the transaction that opened
 * the cycle or changed the list: self and manager ratings where the cycle has those groups, one mail to each rater who has
 * something to rate and was not written to about it. Sets the cycle's firstInvitedAt. Safe to call again: who was invited
 * is not invited twice for the same subjects. Nothing happens unless the cycle collects. Gives the number of raters written
 * to; a foreign cycle is NotFoundError.
 */
export async function inviteRaters(_tx: Transaction, _scope: Scope, _cycleId: string): Promise<number> {
  return 0;
}
