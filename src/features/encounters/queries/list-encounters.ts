import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { escapeWildcards } from "@/server/search-pattern";
import { dayOf } from "../rules";
import type { EncounterListInput, EncounterRow } from "../schema";
import { stateSelect, toEncounterState, whereState } from "./encounter-state";
import { visibleEncounters } from "./visible-encounters";

/** The encounters the scope may see that fit the filters, newest first. */
export async function listEncounters(scope: Scope, filters: EncounterListInput): Promise<Page<EncounterRow>> {
  const where = { AND: [visibleEncounters(scope), ...filterConditions(scope, filters)] };
  return withScope(scope, async (tx) => {
    const total = await tx.encounter.count({ where });
    const rows = await tx.encounter.findMany({
      where,
      orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
      ...pageWindow(filters.page),
      select: {
        id: true,
        occurredAt: true,
        channel: true,
        touchpoint: { select: { name: true } },
        employee: { select: { name: true } },
        location: { select: { name: true } },
        encounterType: { select: { name: true } },
        customer: { select: { name: true, email: true } },
        ...stateSelect,
      },
    });
    return {
      rows: rows.map((row) => ({
        id: row.id,
        occurredAt: row.occurredAt,
        touchpoint: row.touchpoint.name,
        employee: row.employee.name,
        location: row.location.name,
        encounterType: row.encounterType.name,
        channel: row.channel,
        customer: row.customer?.name ?? row.customer?.email ?? null,
        state: toEncounterState(scope, row),
      })),
      total,
      page: filters.page,
      pageSize: PAGE_SIZE,
    };
  });
}

function filterConditions(scope: Scope, filters: EncounterListInput): Prisma.EncounterWhereInput[] {
  const conditions: Prisma.EncounterWhereInput[] = [
    whereState(filters.state, scope.now),
    wherePeriod(scope, filters),
  ];
  if (filters.touchpoint) conditions.push({ touchpointId: filters.touchpoint });
  if (filters.employee) conditions.push({ employeeId: filters.employee });
  if (filters.customer) conditions.push({ customerId: filters.customer });
  if (filters.location) conditions.push({ locationId: filters.location });
  if (filters.type) conditions.push({ encounterTypeId: filters.type });
  if (filters.channel) conditions.push({ channel: filters.channel });
  if (filters.q) {
    const contains = { contains: escapeWildcards(filters.q), mode: "insensitive" as const };
    conditions.push({
      OR: [
        { customer: { OR: [{ name: contains }, { email: contains }, { externalReference: contains }] } },
        { externalReference: contains },
      ],
    });
  }
  return conditions;
}

/** Whole days in the organization's time zone; both ends of a custom period belong to it and either may be open. */
function wherePeriod(scope: Scope, { period, from, to }: EncounterListInput): Prisma.EncounterWhereInput {
  if (!period) return {};
  const startOf = (day: Temporal.PlainDate) =>
    new Date(day.toZonedDateTime(scope.timeZone).epochMilliseconds);
  if (period === "custom") {
    return {
      occurredAt: {
        ...(from ? { gte: startOf(Temporal.PlainDate.from(from)) } : {}),
        ...(to ? { lt: startOf(Temporal.PlainDate.from(to).add({ days: 1 })) } : {}),
      },
    };
  }
  const days = { today: 1, "7d": 7, "30d": 30, "90d": 90 }[period];
  const tomorrow = dayOf(scope.now, scope.timeZone).add({ days: 1 });
  return { occurredAt: { gte: startOf(tomorrow.subtract({ days })), lt: startOf(tomorrow) } };
}
