import "server-only";
import { Prisma } from "@/generated/prisma/client";
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
 * puts the decision about their invitations on the queue, in the caller's transaction. Gives the ids of those stored: all,
 * or, with `skipKnownReferences`, those whose external reference no other encounter has.
 */
export async function storeEncounters(
  tx: Transaction,
  scope: Scope,
  encounters: NewEncounter[],
  origin: { source: EncounterSource; importId?: string; skipKnownReferences?: boolean },
): Promise<string[]> {
  if (encounters.length === 0) return [];
  const onConflict = origin.skipKnownReferences
    ? Prisma.sql`on conflict (organization_id, external_reference) do nothing`
    : Prisma.empty;
  const column = <T>(read: (encounter: NewEncounter) => T) => encounters.map(read);
  // One array per column: the statement is as short for ten thousand encounters as for one.
  const stored = await tx.$queryRaw<{ id: string }[]>`
    insert into encounters (organization_id, id, occurred_at, touchpoint_id, employee_id, location_id, team_id,
                            encounter_type_id, channel, segment, customer_id, external_reference, source,
                            recorded_by_user_id, import_id, created_at)
    select ${scope.organizationId}::uuid, id, occurred_at::timestamptz, touchpoint_id, employee_id, location_id, team_id,
           encounter_type_id, channel::"Channel", segment, customer_id, external_reference,
           ${origin.source}::"EncounterSource", ${scope.userId}::uuid, ${origin.importId ?? null}::uuid,
           ${scope.now}::timestamptz
      from unnest(${column((encounter) => encounter.id)}::uuid[],
                  ${column((encounter) => encounter.occurredAt.toISOString())}::text[],
                  ${column((encounter) => encounter.touchpointId)}::uuid[],
                  ${column((encounter) => encounter.employee.id)}::uuid[],
                  ${column((encounter) => encounter.employee.locationId)}::uuid[],
                  ${column((encounter) => encounter.employee.teamId)}::uuid[],
                  ${column((encounter) => encounter.encounterTypeId)}::uuid[],
                  ${column((encounter) => encounter.channel)}::text[],
                  ${column((encounter) => encounter.segment)}::text[],
                  ${column((encounter) => encounter.customerId)}::uuid[],
                  ${column((encounter) => encounter.externalReference)}::text[])
           as v (id, occurred_at, touchpoint_id, employee_id, location_id, team_id, encounter_type_id, channel,
                 segment, customer_id, external_reference)
    ${onConflict}
    returning id`;
  const ids = stored.map(({ id }) => id);
  if (ids.length === 0) return [];
  await enqueueJob(
    tx,
    "inviteForEncounters",
    { organizationId: scope.organizationId, encounterIds: ids },
    // One recorded by hand does not wait behind the thousands of an import.
    { isAwaited: origin.source === "manual" },
  );
  return ids;
}
