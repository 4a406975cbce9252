import { expect } from "vitest";
import { CustomerBook } from "@/features/imports/commands/customer-book";
import { loadEncounterLookups } from "@/features/imports/commands/encounter-lookups";
import { cellReader, rejectOverlongRow, showCells } from "@/features/imports/commands/row-context";
import { storeEncounterRows } from "@/features/imports/commands/store-encounter-rows";
import { storePeopleRows } from "@/features/imports/commands/store-people-rows";
import { loadRowContext, storeRows } from "@/features/imports/commands/store-rows";
import { importMapping } from "@/features/imports/schema";
import { withScope } from "@/server/database";
import { key } from "@/server/scope";
import { type Cast, NORTH } from "../cast";
import { type Lines, line, type Observed, pure } from "../line";
import { type Place, unique } from "../makers";

const customerColumns = importMapping.parse({ columns: { externalReference: 0, name: 1, email: 2 } });
const row = (...cells: string[]) => ({ line: 2, cells });
const noTable = { header: [], rows: [] };

/** How the caller's own encounter file is read, with a default that may be somebody else's. */
const encounterMapping = (defaults: { touchpointId: string; encounterTypeId: string }) =>
  importMapping.parse({
    columns: { externalReference: 0, occurredAt: 1, employee: 2 },
    dateOrder: "ymd",
    defaults,
  });

/** The names a line of an encounter file has for things of an organization. */
const names = (of: Cast, place: Place) =>
  withScope(of.scope, async (tx) => {
    const select = { name: true } as const;
    const where = (id: string) => ({ where: key(of.scope, id), select });
    return {
      touchpoint: (await tx.touchpoint.findUniqueOrThrow(where(of.touchpointId))).name,
      encounterType: (await tx.encounterType.findUniqueOrThrow(where(of.encounterTypeId))).name,
      employee: (await tx.employee.findUniqueOrThrow(where(place.employeeId))).name,
    };
  });
type Names = Awaited<ReturnType<typeof names>>;
const allColumns = importMapping.parse({
  columns: { externalReference: 0, occurredAt: 1, touchpoint: 2, employee: 3, encounterType: 4 },
  dateOrder: "ymd",
});
const encounterRow = ({ touchpoint, employee, encounterType }: Names) =>
  row(unique(), "2026-11-20 10:00", touchpoint, employee, encounterType);
const context = (mapping = allColumns) => ({ importId: "", mapping, language: "en" });
const withImport = async (of: Cast, place: Place, caller: Cast) => ({
  ...(await names(of, place)),
  importId: (await caller.newImport(caller.here)).id,
});
const rejectedFor =
  (...reasons: string[]) =>
  ({ result, changed }: Observed) => {
    const [outcome] = result as { status: string; rejections?: { reason: string }[] }[];
    expect(outcome).toMatchObject({ status: "rejected" });
    expect(outcome?.rejections?.map(({ reason }) => reason)).toEqual(reasons);
    expect(changed).toEqual([]);
  };
const unknownNames = rejectedFor("unknownTouchpoint", "unknownEncounterType", "unknownEmployee");

const employeeContext = context(importMapping.parse({ columns: { name: 0, location: 1 } }));
const customerLine = (reference: string) => ({
  reference,
  email: null,
  name: null,
  language: null,
  segment: null,
  consent: null,
});

export const importsRows: Lines = {
  loadRowContext: line({
    given: (of) => of.newImport(of.here),
    call: (scope, { id }) => {
      const source = { id, mapping: customerColumns, table: noTable };
      return withScope(scope, (tx) =>
        loadRowContext(tx, scope, { ...source, kind: "customers", status: "running", rowsRead: 0 }),
      );
    },
    own: ({ result }) => expect(result).toMatchObject({ language: NORTH.language }),
    // Reads the organization alone; the import was looked up before.
    foreign: "takes nothing",
  }),
  loadEncounterLookups: [
    line({
      given: (of, place) => of.newEmployee(place),
      call: (scope, { name }) =>
        withScope(scope, async (tx) => (await loadEncounterLookups(tx, scope)).findEmployee(name).status),
      own: ({ result }) => expect(result).toBe("found"),
      foreign: ({ result }) => expect(result).toBe("unknown"),
      limited: ({ result }) => expect(result).toBe("outside"),
    }),
    line({
      given: names,
      call: (scope, { touchpoint, encounterType }) =>
        withScope(scope, async (tx) => {
          const lookups = await loadEncounterLookups(tx, scope);
          return [lookups.findTouchpoint(touchpoint).status, lookups.findEncounterType(encounterType).status];
        }),
      own: ({ result }) => expect(result).toEqual(["found", "found"]),
      foreign: ({ result }) => expect(result).toEqual(["unknown", "unknown"]),
    }),
    line({
      given: (of) => ({ touchpointId: of.touchpointId, encounterTypeId: of.encounterTypeId }),
      call: (scope, { touchpointId, encounterTypeId }) =>
        withScope(scope, async (tx) => {
          const lookups = await loadEncounterLookups(tx, scope);
          return lookups.touchpoints.has(touchpointId) || lookups.encounterTypes.has(encounterTypeId);
        }),
      own: ({ result }) => expect(result).toBe(true),
      foreign: "nothing",
    }),
  ],
  CustomerBook: line({
    given: (of) => of.newCustomer(),
    call: (scope, { externalReference }) => {
      const wanted = customerLine(externalReference);
      return withScope(scope, async (tx) => {
        const found = (await CustomerBook.open(tx, scope, [wanted], "en")).find(wanted);
        return found.ok && { id: found.customer?.id, state: found.customer?.state };
      });
    },
    own: "shows",
    foreign: ({ result }) => expect(result).toMatchObject({ state: "new" }),
  }),
  storeEncounterRows: [
    line({
      given: withImport,
      call: (scope, given) =>
        withScope(scope, (tx) =>
          storeEncounterRows(tx, scope, { ...context(), importId: given.importId }, [encounterRow(given)]),
        ),
      own: "changes",
      foreign: unknownNames,
      limited: rejectedFor("employeeOutside"),
      echoes: true,
    }),
    line({
      given: async (of, _place, caller) => ({
        ...(await withImport(caller, caller.here, caller)),
        mapping: encounterMapping({ touchpointId: of.touchpointId, encounterTypeId: of.encounterTypeId }),
      }),
      call: (scope, { mapping, employee, importId }) =>
        withScope(scope, (tx) =>
          storeEncounterRows(tx, scope, { importId, mapping, language: "en" }, [
            row(unique(), "2026-11-20 10:00", employee),
          ]),
        ),
      own: "changes",
      foreign: rejectedFor("required", "required"),
    }),
  ],
  storePeopleRows: [
    line({
      given: async (of, place) => ({ location: await of.locationName(place) }),
      call: (scope, { location }) =>
        withScope(scope, (tx) =>
          storePeopleRows(tx, scope, "employees", employeeContext, [row(`Employee ${unique()}`, location)]),
        ),
      own: "changes",
      foreign: rejectedFor("unknownLocation"),
      limited: rejectedFor("unknownLocation"),
      echoes: true,
    }),
    line({
      given: (of) => of.newCustomer(),
      call: (scope, { externalReference }) =>
        withScope(scope, (tx) =>
          storePeopleRows(tx, scope, "customers", context(customerColumns), [
            row(externalReference, "Renamed", ""),
          ]),
        ),
      own: "changes",
      foreign: "changes",
      echoes: true,
    }),
  ],
  storeRows: line({
    given: withImport,
    call: (scope, given) => {
      const file = { table: { header: ["1", "2", "3", "4", "5"], rows: [] }, mapping: allColumns };
      const source = {
        id: given.importId,
        kind: "encounters",
        status: "running",
        rowsRead: 0,
        ...file,
      } as const;
      return withScope(scope, (tx) =>
        storeRows(tx, scope, source, { ...context(), importId: given.importId }, [encounterRow(given)]),
      );
    },
    own: "changes",
    foreign: unknownNames,
    limited: rejectedFor("employeeOutside"),
    echoes: true,
  }),
  cellReader: pure("reads a cell of a row", () => cellReader(customerColumns, row("A"))("externalReference")),
  showCells: pure("names the cells of a row", () => showCells(customerColumns, row("A"))),
  rejectOverlongRow: pure("judges the length of a row", () =>
    rejectOverlongRow(noTable, customerColumns, row("A")),
  ),
};
