import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { hashAddress } from "@/server/tokens";

/**
 * Stops surveys to the address of an invitation's customer, for good and in this organization only. Doing it again
 * changes nothing; mails still waiting find out when their time comes. Without an address left (the person was erased)
 * there is nothing to stop. NotFoundError when the invitation is gone.
 */
export async function unsubscribe(scope: Scope, invitationId: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const invitation = await tx.invitation.findUnique({
      where: key(scope, invitationId),
      select: { customer: { select: { email: true } } },
    });
    if (!invitation) throw new NotFoundError();
    const email = invitation.customer?.email;
    if (!email) return;
    const { organizationId, now } = scope;
    const addressHash = hashAddress(email);
    // The person's own word replaces what a mail server said; what a member wrote down by hand ("suppressed") stays.
    await tx.$executeRaw`
      insert into suppressed_addresses (organization_id, address_hash, reason, created_at)
      values (${organizationId}::uuid, ${addressHash}, 'unsubscribed', ${now})
      on conflict (organization_id, address_hash) do update set reason = 'unsubscribed', created_at = excluded.created_at
      where suppressed_addresses.reason = 'undeliverable'`;
  });
}
