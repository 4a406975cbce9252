import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * Locks an invitation and, before it, the encounter it asks about, to the end of the transaction. For writing what became
 * of a mail, which may end at the encounter: the order is that of src/server/database.ts.
 */
export async function lockInvitation(
  tx: Transaction,
  scope: Scope,
  invitation: { invitationId: string; encounterId: string },
): Promise<void> {
  const { organizationId } = scope;
  await tx.$queryRaw`
    select 1 from encounters
     where organization_id = ${organizationId}::uuid and id = ${invitation.encounterId}::uuid for no key update`;
  await tx.$queryRaw`
    select 1 from invitations
     where organization_id = ${organizationId}::uuid and id = ${invitation.invitationId}::uuid for update`;
}
