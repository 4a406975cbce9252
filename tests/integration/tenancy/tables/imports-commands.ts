import { expect } from "vitest";
import { discardImport } from "@/features/imports/commands/discard-import";
import { failImport } from "@/features/imports/commands/fail-import";
import { forgetImport } from "@/features/imports/commands/forget-import";
import { mapImport, rereadImport } from "@/features/imports/commands/map-import";
import { runImport } from "@/features/imports/commands/run-import";
import { startImport } from "@/features/imports/commands/start-import";
import { uploadImport } from "@/features/imports/commands/upload-import";
import { importMapping } from "@/features/imports/schema";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import type { Place } from "../makers";

const uploaded = (of: Cast, place: Place) => of.newImport(place);
const running = (of: Cast, place: Place) => of.newImport(place, { status: "running" });
const customerColumns = importMapping.parse({ columns: { externalReference: 0, name: 1, email: 2 } });
const refused = { foreign: "not found", limited: "not found" } as const;

/** How the caller's own encounter file is read, with a default that may be somebody else's. */
const encounterMapping = (defaults: { touchpointId: string; encounterTypeId: string }) =>
  importMapping.parse({
    columns: { externalReference: 0, occurredAt: 1, employee: 2 },
    dateOrder: "ymd",
    defaults,
  });
const encounterFile = (caller: Cast, place: Place) =>
  caller.newImport(place, { kind: "encounters", file: `id,date,employee\n1,2026-11-20,${caller.mark}\n` });
const mineAndDefaults =
  (name: "touchpointId" | "encounterTypeId") => async (of: Cast, place: Place, caller: Cast) => ({
    mine: await encounterFile(caller, place),
    defaults: {
      touchpointId: caller.touchpointId,
      encounterTypeId: caller.encounterTypeId,
      [name]: of[name],
    },
  });

const importAction = { permission: "encounters.import", given: (of: Cast) => of.newImport(of.here) } as const;
const onlyId = ({ id }: { id: string }) => ({ id });

export const importsCommands: Lines = {
  uploadImport: line({
    call: (scope) =>
      uploadImport(scope, {
        kind: "customers",
        fileName: "customers.csv",
        bytes: new TextEncoder().encode("reference,name\nA-1,Aino\n"),
      }),
    own: "changes",
    foreign: "takes nothing",
    employee: "forbidden",
  }),
  mapImport: [
    line({
      given: uploaded,
      call: (scope, { id }) => mapImport(scope, id, customerColumns),
      own: "changes",
      ...refused,
    }),
    ...(["touchpointId", "encounterTypeId"] as const).map((name) =>
      line({
        given: mineAndDefaults(name),
        call: (scope, { mine, defaults }) => mapImport(scope, mine.id, encounterMapping(defaults)),
        own: "changes",
        foreign: "invalid",
      }),
    ),
  ],
  rereadImport: line({
    given: uploaded,
    call: (scope, { id }) => rereadImport(scope, id, { encoding: "utf-8", delimiter: ";" }),
    own: "changes",
    ...refused,
  }),
  startImport: line({
    given: uploaded,
    call: (scope, { id }) => startImport(scope, id),
    own: ({ changed }) => expect(changed).toEqual(["imports", "jobs"]),
    ...refused,
  }),
  discardImport: line({
    given: uploaded,
    call: (scope, { id }) => discardImport(scope, id),
    own: "changes",
    ...refused,
  }),
  runImport: line({
    given: running,
    as: "job",
    call: (scope, { id }) => runImport(scope, id),
    own: ({ changed }) => expect(changed).toEqual(["activity_events", "customers", "imports"]),
    foreign: "not found",
  }),
  failImport: line({
    given: running,
    as: "job",
    call: (scope, { id }) => failImport(scope, id),
    own: "changes",
    foreign: "nothing",
  }),
  forgetImport: line({
    given: uploaded,
    as: "job",
    call: (scope, { id }) => forgetImport(scope, id),
    own: "changes",
    foreign: "nothing",
  }),

  uploadImportAction: action({
    permission: "encounters.import",
    input: () => ({ kind: "customers", file: new File(["reference,name\nB-1,Bo\n"], "customers.csv") }),
    foreign: "takes nothing",
  }),
  mapImportAction: [
    action({
      ...importAction,
      input: ({ id }) => ({ id, "column.externalReference": "0", "column.name": "1", "column.email": "2" }),
      foreign: "not found",
    }),
    action({
      permission: "encounters.import",
      given: (of, place, caller) => mineAndDefaults("touchpointId")(of, place, caller),
      input: ({ mine, defaults }) => ({
        id: mine.id,
        "column.externalReference": "0",
        "column.occurredAt": "1",
        "column.employee": "2",
        dateOrder: "ymd",
        ...defaults,
      }),
      foreign: "invalid",
    }),
  ],
  rereadImportAction: action({
    ...importAction,
    input: ({ id }) => ({ id, encoding: "utf-8", delimiter: ";" }),
    foreign: "not found",
  }),
  startImportAction: action({ ...importAction, input: onlyId, foreign: "not found" }),
  discardImportAction: action({ ...importAction, input: onlyId, foreign: "not found" }),
};
