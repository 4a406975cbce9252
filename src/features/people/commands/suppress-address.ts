import "server-only";
import type { SuppressionReason } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { hashAddress } from "@/server/tokens";

/**
 * Marks an e-mail address as never to be mailed, inside the transaction of what causes it. A stronger reason replaces a
 * weaker one and never the other way round: unsubscribed (the customer's own word) over suppressed over undeliverable.
 */
export async function suppressAddress(
  tx: Transaction,
  scope: Scope,
  email: string,
  reason: SuppressionReason,
): Promise<void> {
  await tx.$executeRaw`
    insert into suppressed_addresses (organization_id, address_hash, reason, created_at)
    values (${scope.organizationId}::uuid, ${hashAddress(email)}, ${reason}::"SuppressionReason", ${scope.now})
    on conflict (organization_id, address_hash) do update
      set reason = excluded.reason, created_at = excluded.created_at
      where array_position(array['undeliverable', 'suppressed', 'unsubscribed'], excluded.reason::text)
          > array_position(array['undeliverable', 'suppressed', 'unsubscribed'], suppressed_addresses.reason::text)`;
}
