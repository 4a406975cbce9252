import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type NewEncounter, storeEncounters } from "@/features/encounters/commands/store-encounters";
import { dayOf } from "@/features/encounters/rules";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { TableRow } from "../rules/parse-table";
import { type EncounterLine, readEncounterLine } from "../rules/read-encounter-row";
import type { Rejection, RowOutcome } from "../schema";
import { CustomerBook } from "./customer-book";
import { type EncounterLookups, loadEncounterLookups } from "./encounter-lookups";
import { cellReader, type RowContext, showCells } from "./row-context";

/** What is known of an encounter with a reference, whether stored before or earlier in this batch. */
type Known = {
  occurredAt: Date;
  touchpointId: string;
  employeeId: string;
  encounterTypeId: string;
  channel: string;
};

/**
 * Stores a batch of encounter rows: what they name is looked up for all of them at once, and each row is stored, found
 * unchanged (its reference is known with the same details) or rejected with everything that is wrong with it.
 */
export async function storeEncounterRows(
  tx: Transaction,
  scope: Scope,
  context: RowContext,
  rows: TableRow[],
): Promise<RowOutcome[]> {
  const { mapping } = context;
  const lookups = await loadEncounterLookups(tx, scope);
  const read = rows.map((row) => ({
    row,
    result: readEncounterLine(cellReader(mapping, row), {
      dateOrder: mapping.dateOrder ?? "ymd",
      timeZone: scope.timeZone,
      now: scope.now,
      hasDefaultTouchpoint: lookups.touchpoints.has(mapping.defaults.touchpointId ?? ""),
      hasDefaultEncounterType: lookups.encounterTypes.has(mapping.defaults.encounterTypeId ?? ""),
    }),
  }));
  const lines = read.flatMap(({ result }) => (result.ok ? [result.line] : []));
  const known = await loadKnownEncounters(tx, scope, lines);
  const customers = await CustomerBook.open(
    tx,
    scope,
    lines.filter((line) => !known.has(line.externalReference)).map((line) => line.customer),
    mapping.defaults.language ?? context.language,
  );

  const fresh: NewEncounter[] = [];
  const outcomes = read.map(({ row, result }): RowOutcome => {
    const base = { line: row.line, shown: showCells(mapping, row) };
    if (!result.ok) return { ...base, status: "rejected", rejections: result.rejections };
    const { line } = result;
    const resolved = resolveNames(lookups, context, line);
    const existing = known.get(line.externalReference);
    if (existing) {
      const difference = findDifference(existing, line, resolved, scope.timeZone);
      if (!difference) return { ...base, status: "unchanged", shown: { ...base.shown, ...resolved.shown } };
      const value = cellReader(mapping, row)(difference);
      return {
        ...base,
        status: "rejected",
        rejections: [
          { field: difference, value, reason: resolved.outside ? "employeeOutside" : "referenceDiffers" },
        ],
      };
    }
    if (!resolved.ok) return { ...base, status: "rejected", rejections: resolved.rejections };
    const found = customers.find(line.customer);
    if (!found.ok) return { ...base, status: "rejected", rejections: [found.rejection] };
    const encounter: NewEncounter = {
      id: uuidv7(),
      occurredAt: line.occurredAt,
      touchpointId: resolved.touchpoint.id,
      employee: resolved.employee,
      encounterTypeId: resolved.encounterType.id,
      channel: line.channel ?? resolved.touchpoint.channel,
      customerId: found.customer?.id ?? null,
      segment: line.customer.segment ?? found.customer?.segment ?? null,
      externalReference: line.externalReference,
    };
    fresh.push(encounter);
    known.set(line.externalReference, { ...encounter, employeeId: encounter.employee.id });
    return {
      ...base,
      status: "stored",
      shown: {
        ...base.shown,
        ...resolved.shown,
        occurredAt: line.occurredAt.toISOString(),
        channel: encounter.channel,
      },
    };
  });
  await customers.store(tx, scope);
  await storeEncounters(tx, scope, fresh, { source: "csv", importId: context.importId });
  return outcomes;
}

async function loadKnownEncounters(
  tx: Transaction,
  scope: Scope,
  lines: EncounterLine[],
): Promise<Map<string, Known>> {
  const rows = await tx.encounter.findMany({
    where: {
      organizationId: scope.organizationId,
      externalReference: { in: lines.map((line) => line.externalReference) },
    },
    select: {
      externalReference: true,
      occurredAt: true,
      touchpointId: true,
      employeeId: true,
      encounterTypeId: true,
      channel: true,
    },
  });
  return new Map(rows.map(({ externalReference, ...row }) => [externalReference ?? "", row]));
}

/** The things a line names, or why they cannot be told. `shown` has their names as the organization writes them. */
function resolveNames(lookups: EncounterLookups, context: RowContext, line: EncounterLine) {
  const rejections: Rejection[] = [];
  const refuse = (field: string, value: string, reason: Rejection["reason"]) => {
    rejections.push({ field, value, reason });
    return undefined;
  };
  const { touchpointId, encounterTypeId } = context.mapping.defaults;

  let touchpoint = line.touchpoint ? undefined : lookups.touchpoints.get(touchpointId ?? "");
  if (line.touchpoint) {
    const found = lookups.findTouchpoint(line.touchpoint);
    if (found.status === "found") touchpoint = found.item;
    else
      refuse(
        "touchpoint",
        line.touchpoint,
        found.status === "several" ? "severalTouchpoints" : "unknownTouchpoint",
      );
  }
  let encounterType = line.encounterType ? undefined : lookups.encounterTypes.get(encounterTypeId ?? "");
  if (line.encounterType) {
    const found = lookups.findEncounterType(line.encounterType);
    if (found.status === "found") encounterType = found.item;
    else
      refuse(
        "encounterType",
        line.encounterType,
        found.status === "several" ? "severalEncounterTypes" : "unknownEncounterType",
      );
  }
  const foundEmployee = lookups.findEmployee(line.employee);
  const employee = foundEmployee.status === "found" ? foundEmployee.item : undefined;
  const outside = foundEmployee.status === "outside";
  if (outside) refuse("employee", line.employee, "employeeOutside");
  else if (!employee) {
    refuse(
      "employee",
      line.employee,
      foundEmployee.status === "several" ? "severalEmployees" : "unknownEmployee",
    );
  }

  const shown: Record<string, string> = {};
  if (touchpoint) shown.touchpoint = touchpoint.name;
  if (encounterType) shown.encounterType = encounterType.name;
  if (employee) shown.employee = employee.name;
  if (touchpoint && encounterType && employee) {
    return { ok: true as const, outside, touchpoint, encounterType, employee, shown };
  }
  return { ok: false as const, outside, touchpoint, encounterType, employee, shown, rejections };
}

/**
 * The first field in which a line says something else than what is recorded under its reference, or null. Only what the
 * line itself says is compared: defaults, and names that no longer lead anywhere, are no difference.
 */
function findDifference(
  known: Known,
  line: EncounterLine,
  resolved: ReturnType<typeof resolveNames>,
  timeZone: string,
): string | null {
  if (resolved.outside) return "employee";
  const sameTime = line.isDayOnly
    ? dayOf(known.occurredAt, timeZone).equals(dayOf(line.occurredAt, timeZone))
    : known.occurredAt.getTime() === line.occurredAt.getTime();
  if (!sameTime) return "occurredAt";
  if (line.touchpoint && resolved.touchpoint && resolved.touchpoint.id !== known.touchpointId)
    return "touchpoint";
  if (resolved.employee && resolved.employee.id !== known.employeeId) return "employee";
  if (line.encounterType && resolved.encounterType && resolved.encounterType.id !== known.encounterTypeId) {
    return "encounterType";
  }
  return line.channel && line.channel !== known.channel ? "channel" : null;
}
