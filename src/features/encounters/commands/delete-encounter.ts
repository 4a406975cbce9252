import "server-only";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { deletableEncounters } from "../queries/visible-encounters";
import { EMPLOYEE_DELETION_MINUTES, isTooLateForEmployeeToDelete } from "../rules";

/**
 * Takes a record back: the encounter, its invitation that has not left yet, and a customer who was made for it alone.
 * Throws ConflictError once a mail may have reached the customer, and for an employee some minutes after recording. An encounter that is already gone is NotFoundError.
 */
export async function deleteEncounter(scope: Scope, encounterId: string): Promise<void> {
  await withScope(scope, async (tx) => {
    // The decision about the invitation locks the encounter too: it comes wholly before or wholly after.
    await tx.$queryRaw`
      select id from encounters
       where organization_id = ${scope.organizationId}::uuid and id = ${encounterId}::uuid for update`;
    const encounter = await tx.encounter.findFirst({
      where: { AND: [deletableEncounters(scope), { id: encounterId }] },
      select: { source: true, customerId: true, createdAt: true },
    });
    if (!encounter) throw new NotFoundError();
    if (scope.role === "employee" && isTooLateForEmployeeToDelete(encounter.createdAt, scope.now)) {
      throw new ConflictError("encounterTooLateToDelete", { minutes: EMPLOYEE_DELETION_MINUTES });
    }
    const mayTakeCustomer = encounter.customerId !== null && encounter.source === "manual";
    // Removed last, but locked before the invitation: the order of src/server/database.ts.
    if (mayTakeCustomer) {
      await tx.$queryRaw`
        select 1 from customers
         where organization_id = ${scope.organizationId}::uuid and id = ${encounter.customerId}::uuid for update`;
    }
    await removeInvitation(tx, scope, encounterId);
    await tx.encounter.delete({ where: key(scope, encounterId), select: { id: true } });
    if (encounter.customerId && mayTakeCustomer) {
      await removeCustomerMadeForIt(tx, scope, encounter.customerId, encounter.createdAt);
    }
    await recordActivity(tx, scope, "encounter.deleted", { type: "encounter", id: encounterId });
  });
}

async function removeInvitation(tx: Transaction, scope: Scope, encounterId: string): Promise<void> {
  // Locked before they are judged: the mailer marks a mail as handed over under the same locks.
  const [invitation] = await tx.$queryRaw<{ id: string; status: string; sent_at: Date | null }[]>`
    select id, status::text, sent_at from invitations
     where organization_id = ${scope.organizationId}::uuid and encounter_id = ${encounterId}::uuid for update`;
  if (!invitation) return;
  const mails = await tx.$queryRaw<{ state: string }[]>`
    select state::text from invitation_mails
     where organization_id = ${scope.organizationId}::uuid and invitation_id = ${invitation.id}::uuid for update`;
  const hasLeft =
    invitation.sent_at !== null ||
    invitation.status === "sent" ||
    invitation.status === "answered" ||
    mails.some((mail) => mail.state === "handed_over" || mail.state === "accepted");
  if (hasLeft) throw new ConflictError("encounterAlreadyInvited");
  await tx.invitation.delete({ where: key(scope, invitation.id), select: { id: true } });
}

async function removeCustomerMadeForIt(tx: Transaction, scope: Scope, customerId: string, recordedAt: Date) {
  await tx.customer.deleteMany({
    where: {
      organizationId: scope.organizationId,
      id: customerId,
      createdAt: recordedAt,
      externalReference: null,
      encounters: { none: {} },
      invitations: { none: {} },
    },
  });
}
