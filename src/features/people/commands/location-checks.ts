import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import { MAXIMUM_DEPTH } from "../location-sql";
import { getOpenLocation } from "../queries/get-location";
import type { LocationInput } from "../schema";

/** Everything that changes the tree of locations or a name in it waits here for its turn. */
export function lockLocations(tx: Transaction, scope: Scope): Promise<void> {
  return lockForTransaction(tx, scope, "locations");
}

/**
 * Which of name and reference another location has already, as errors of fields; null when neither. Import finds a
 * location by either, so both lead to one location; an archived one keeps only its reference.
 */
export async function findTakenLocationFields(
  tx: Transaction,
  scope: Scope,
  { name, externalReference }: Pick<LocationInput, "name" | "externalReference">,
  exceptId?: string,
): Promise<Record<string, string> | null> {
  const [taken] = await tx.$queryRaw<{ byName: boolean }[]>`
    select archived_at is null and lower(name) = lower(${name}) as "byName"
      from locations
     where organization_id = ${scope.organizationId}::uuid and id is distinct from ${exceptId ?? null}::uuid
       and ((archived_at is null and lower(name) = lower(${name})) or external_reference = ${externalReference})
     order by 1 desc
     limit 1`;
  if (!taken) return null;
  return taken.byName ? { name: "nameTaken" } : { externalReference: "referenceTaken" };
}

/** The place in the tree: an open location, not the location itself or one below it, not too deep. */
export async function checkParent(
  tx: Transaction,
  scope: Scope,
  parentId: string | null,
  id?: string,
): Promise<void> {
  if (parentId === null) return;
  await getOpenLocation(tx, scope, parentId, "parentId");
  const [found] = await tx.$queryRaw<{ above: string[]; height: number }[]>`
    with recursive up (id, parent_id) as (
      select id, parent_id from locations
       where organization_id = ${scope.organizationId}::uuid and id = ${parentId}::uuid
      union
      select l.id, l.parent_id from locations l join up on l.id = up.parent_id
       where l.organization_id = ${scope.organizationId}::uuid),
    down (id, level) as (
      select ${id ?? null}::uuid, 1
      union all
      select l.id, down.level + 1 from locations l join down on l.parent_id = down.id
       where l.organization_id = ${scope.organizationId}::uuid and down.level <= ${MAXIMUM_DEPTH})
    select array(select id from up)::text[] as above, (select max(level) from down) as height`;
  const { above, height } = found as { above: string[]; height: number };
  if (id && above.includes(id)) throw new InvalidInputError({ parentId: "locationInCircle" });
  if (above.length + height > MAXIMUM_DEPTH) {
    throw new InvalidInputError({ parentId: "locationTooDeep" }, { levels: MAXIMUM_DEPTH });
  }
}
