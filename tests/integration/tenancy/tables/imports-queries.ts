import { expect } from "vitest";
import { exportRejectedRows } from "@/features/imports/queries/export-rejected-rows";
import { findImportStarter } from "@/features/imports/queries/find-import-starter";
import { getImport, readUserNames } from "@/features/imports/queries/get-import";
import { getImportColumns } from "@/features/imports/queries/get-import-columns";
import { getImportSource } from "@/features/imports/queries/import-source";
import { listImports } from "@/features/imports/queries/list-imports";
import { listRejections } from "@/features/imports/queries/list-rejections";
import { previewImport } from "@/features/imports/queries/preview-import";
import { visibleImports } from "@/features/imports/queries/visible-imports";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { type Lines, line } from "../line";
import type { Place } from "../makers";

const uploaded = (of: Cast, place: Place) => of.newImport(place);
const finished = (of: Cast, place: Place) => of.newImport(place, { status: "finished" });
const refused = { foreign: "not found", limited: "not found" } as const;
const namesRow = ({ result }: { result: unknown }, { reference }: { reference: string }) =>
  expect(JSON.stringify(result)).toContain(reference);

export const importsQueries: Lines = {
  visibleImports: line({
    given: uploaded,
    call: (scope, { id }) =>
      withScope(scope, (tx) => tx.import.count({ where: { AND: [visibleImports(scope), { id }] } })),
    own: ({ result }) => expect(result).toBe(1),
    foreign: "nothing",
    limited: "nothing",
    employee: "nothing",
  }),
  getImport: line({
    given: uploaded,
    call: (scope, { id }) => getImport(scope, id),
    own: "shows",
    ...refused,
  }),
  getImportColumns: line({
    given: uploaded,
    call: (scope, { id }) => getImportColumns(scope, id),
    own: namesRow,
    ...refused,
  }),
  getImportSource: line({
    given: uploaded,
    call: (scope, { id }) => withScope(scope, (tx) => getImportSource(tx, scope, id)),
    own: "shows",
    ...refused,
  }),
  findImportStarter: line({
    given: uploaded,
    as: "job",
    call: (scope, { id }) => findImportStarter(scope, id),
    own: ({ result }) => expect(result).toMatchObject({ kind: "customers", status: "uploaded" }),
    foreign: "nothing",
    limited: "nothing",
  }),
  listImports: line({
    given: uploaded,
    call: (scope) => listImports(scope, { kind: "customers", page: 1 }),
    own: "shows",
    foreign: "hides",
    limited: "hides",
  }),
  listRejections: line({
    given: finished,
    call: (scope, { id }) => listRejections(scope, id, 1),
    own: namesRow,
    ...refused,
  }),
  exportRejectedRows: line({
    given: finished,
    call: (scope, { id }) =>
      exportRejectedRows(scope, id, { line: "line", reason: "reason", describe: ({ reason }) => reason }),
    own: namesRow,
    ...refused,
  }),
  previewImport: [
    line({
      given: uploaded,
      call: (scope, { id }) => previewImport(scope, id),
      own: ({ result, changed }) => {
        expect(result).toMatchObject({ stored: 1, rejected: 0 });
        expect(changed).toEqual([]);
      },
      ...refused,
    }),
    line({
      // The caller's own file that names another organization's customer: somebody new, not the one there.
      given: async (of, place, caller) => {
        const { externalReference, name, email } = await of.newCustomer();
        const file = `reference,name,email\n${externalReference},${name},${email}\n`;
        return caller.newImport(place, { file });
      },
      call: (scope, { id }) => previewImport(scope, id),
      own: ({ result }) => expect(result).toMatchObject({ stored: 0, unchanged: 1 }),
      foreign: ({ result, changed }) => {
        expect(result).toMatchObject({ stored: 1, unchanged: 0 });
        expect(changed).toEqual([]);
      },
      echoes: true,
    }),
  ],
  readUserNames: line({
    given: (of) => of.people.consultant,
    call: (scope, { userId }) => withScope(scope, (tx) => readUserNames(tx, scope, [userId])),
    own: "shows",
    foreign: "nothing",
  }),
};
