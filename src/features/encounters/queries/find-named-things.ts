import "server-only";
import type { Channel } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/** What a batch of encounters names, each list without repetitions. */
export type NamedThings = {
  touchpointIds: string[];
  encounterTypeIds: string[];
  employeeIds: string[];
  employeeReferences: string[];
  customerIds: string[];
  encounterReferences: string[];
};

type FoundEmployee = { id: string; locationId: string; teamId: string | null; isArchived: boolean };

/** The same things as they are stored; what does not exist in the scope is missing. */
export type FoundThings = {
  touchpoints: Map<string, { id: string; channel: Channel; isArchived: boolean }>;
  encounterTypes: Map<string, { id: string; isArchived: boolean }>;
  employees: Map<string, FoundEmployee>;
  employeesByReference: Map<string, FoundEmployee>;
  /** Neither archived nor erased. */
  customers: Map<string, { id: string; segment: string | null }>;
  /** Ids of the encounters stored before, by their external reference. */
  encounterIds: Map<string, string>;
};

type Kind = "touchpoint" | "encounterType" | "employee" | "customer" | "encounter";
type Row = {
  kind: Kind;
  id: string;
  reference: string | null;
  channel: Channel | null;
  locationId: string | null;
  teamId: string | null;
  segment: string | null;
  isArchived: boolean;
};

/**
 * Looks up everything that a batch of encounters names, in one statement: the batch is stored for many callers who wait.
 * Nothing outside the scope's organization and locations is found; an archived team counts as none.
 */
export async function findNamedThings(
  tx: Transaction,
  scope: Scope,
  names: NamedThings,
): Promise<FoundThings> {
  const { organizationId, locationIds } = scope;
  const rows = await tx.$queryRaw<Row[]>`
    select 'touchpoint' as kind, id, null as reference, channel::text as channel, null::uuid as "locationId",
           null::uuid as "teamId", null as segment, archived_at is not null as "isArchived"
      from touchpoints
     where organization_id = ${organizationId}::uuid and id = any(${names.touchpointIds}::uuid[])
    union all
    select 'encounterType', id, null, null, null, null, null, archived_at is not null
      from encounter_types
     where organization_id = ${organizationId}::uuid and id = any(${names.encounterTypeIds}::uuid[])
    union all
    select 'employee', e.id, e.external_reference, null, e.location_id, t.id, null, e.archived_at is not null
      from employees e
      left join teams t on t.organization_id = e.organization_id and t.id = e.team_id and t.archived_at is null
     where e.organization_id = ${organizationId}::uuid
       and (e.id = any(${names.employeeIds}::uuid[]) or e.external_reference = any(${names.employeeReferences}::text[]))
       and (${locationIds === null} or e.location_id = any(${[...(locationIds ?? [])]}::uuid[]))
    union all
    select 'customer', id, null, null, null, null, segment, false
      from customers
     where organization_id = ${organizationId}::uuid and id = any(${names.customerIds}::uuid[])
       and archived_at is null and erased_at is null
    union all
    select 'encounter', id, external_reference, null, null, null, null, false
      from encounters
     where organization_id = ${organizationId}::uuid
       and external_reference = any(${names.encounterReferences}::text[])`;

  const of = (kind: Kind) => rows.filter((row) => row.kind === kind);
  const employees = of("employee").map((row) => ({
    id: row.id,
    reference: row.reference,
    locationId: row.locationId as string,
    teamId: row.teamId,
    isArchived: row.isArchived,
  }));
  return {
    touchpoints: new Map(
      of("touchpoint").map((row) => [row.id, { ...row, channel: row.channel as Channel }]),
    ),
    encounterTypes: new Map(of("encounterType").map((row) => [row.id, row])),
    employees: new Map(employees.map((employee) => [employee.id, employee])),
    employeesByReference: new Map(
      employees.flatMap((employee) => (employee.reference ? [[employee.reference, employee]] : [])),
    ),
    customers: new Map(of("customer").map((row) => [row.id, row])),
    encounterIds: new Map(of("encounter").flatMap((row) => (row.reference ? [[row.reference, row.id]] : []))),
  };
}
