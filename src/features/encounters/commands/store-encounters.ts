import "server-only";
import type { Channel, EncounterSource } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import type { Scope } from "@/server/scope";

/** An encounter whose names are already resolved within the scope; from here on its attribution is frozen. */
export type NewEncounter = {
  id: string;
  occurredAt: Date;
  touchpointId: string;
  employee: { id: string; locationId: string; teamId: string | null };
  encounterTypeId: string;
  channel: Channel;
  customerId: string | null;
  segment: string | null;
  externalReference: string | null;
};

/**
 * Stores encounters with the attribution of this moment (the employee's location and team, the customer's segment) and
 * puts the decision about their invitations on the queue, in the caller's transaction.
 */
export async function storeEncounters(
  tx: Transaction,
  scope: Scope,
  encounters: NewEncounter[],
  origin: { source: EncounterSource; importId?: string },
): Promise<void> {
  if (encounters.length === 0) return;
  await tx.encounter.createMany({
    data: encounters.map(({ employee, ...encounter }) => ({
      ...encounter,
      organizationId: scope.organizationId,
      employeeId: employee.id,
      locationId: employee.locationId,
      teamId: employee.teamId,
      source: origin.source,
      importId: origin.importId ?? null,
      recordedByUserId: scope.userId,
      createdAt: scope.now,
    })),
  });
  await enqueueJob(tx, "inviteForEncounters", {
    organizationId: scope.organizationId,
    encounterIds: encounters.map((encounter) => encounter.id),
  });
}
