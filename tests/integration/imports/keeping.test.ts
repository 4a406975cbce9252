import { beforeAll, describe, expect, it } from "vitest";
import { discardImport } from "@/features/imports/commands/discard-import";
import { forgetImport } from "@/features/imports/commands/forget-import";
import { mapImport, rereadImport } from "@/features/imports/commands/map-import";
import { startImport } from "@/features/imports/commands/start-import";
import { uploadImport } from "@/features/imports/commands/upload-import";
import { exportRejectedRows } from "@/features/imports/queries/export-rejected-rows";
import { getImport } from "@/features/imports/queries/get-import";
import { getImportColumns } from "@/features/imports/queries/get-import-columns";
import { listImports } from "@/features/imports/queries/list-imports";
import { listRejections } from "@/features/imports/queries/list-rejections";
import { previewImport } from "@/features/imports/queries/preview-import";
import { eraseCustomer } from "@/features/people/commands/erase-customer";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createCustomer } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { encode, encounterFile, fieldsOf, importFile, upload } from "./upload";

const database = setUpTestDatabase();
const NOW = new Date("2026-11-21T12:00:00Z");

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let manager: Scope;
beforeAll(async () => {
  cast = await createSmallOrganization();
  manager = makeScope({ ...cast.manager.scope, now: NOW });
});

const file = (prefix: string, count: number, badEvery = 0) => encounterFile(cast, prefix, count, badEvery);

const contentOf = async (id: string) => {
  const [row] = await querySql<{ content: Buffer | null }>(
    database.superuserUrl,
    "select content from imports where id = $1",
    [id],
  );
  return row?.content ?? null;
};
const jobsOf = (id: string, task: string) =>
  querySql(
    database.superuserUrl,
    `select j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = $2 and j.payload->>'importId' = $1`,
    [id, task],
  );

describe("what is kept of a file", () => {
  it("is nothing when every row was good, and the rejected rows alone when not", async () => {
    const good = await importFile(manager, file("kept-good", 3));
    expect(await contentOf(good.id)).toBeNull();
    expect(good.import.hasRejectedRows).toBe(false);

    const mixed = await importFile(manager, file("kept-mixed", 3, 3));
    expect(mixed.import.hasRejectedRows).toBe(true);
    expect((await contentOf(mixed.id))?.toString()).not.toContain("kept-mixed-1");
    const { csv } = await exportRejectedRows(manager, mixed.id, {
      line: "Rivi",
      reason: "Syy",
      describe: ({ column, reason }) => `${column}: ${reason}.`,
    });
    const who = `${cast.touchpoint.name},${cast.employee.name},${cast.encounterType.name}`;
    expect(csv).toBe(
      `\uFEFFid,date,touchpoint,employee,type,email,Rivi,Syy\r\nkept-mixed-0,eilen,${who},customer-0@example.test,2,date: notADate.\r\n`,
    );
    expect(await jobsOf(mixed.id, "forgetImport")).toEqual([{ run_at: new Date("2026-12-21T12:00:00Z") }]);

    await forgetImport(cast.scope, mixed.id);
    expect(await contentOf(mixed.id)).toBeNull();
    expect((await listRejections(manager, mixed.id, 1)).rows[0]).toMatchObject({
      value: null,
      reason: "notADate",
    });
    const texts = { line: "", reason: "", describe: () => "" };
    await expect(exportRejectedRows(manager, mixed.id, texts)).rejects.toThrow(NotFoundError);
  });

  it("lets corrected rows be imported from the downloaded file", async () => {
    const mixed = await importFile(manager, file("again", 2, 2));
    const { csv } = await exportRejectedRows(manager, mixed.id, {
      line: "Line",
      reason: "Reason",
      describe: () => "no date",
    });
    const corrected = await importFile(manager, csv.replace("eilen", "2026-11-19 10:00"));
    expect(corrected.counts).toEqual([1, 0, 0]);
  });

  it("goes when it names a person who is erased", async () => {
    const { id } = await importFile(manager, file("erased", 40, 20));
    const { id: other } = await importFile(
      manager,
      file("erased-not", 21, 20).replaceAll("customer-", "somebody-"),
    );
    const person = await createCustomer(cast.scope, { name: null, email: "customer-20@example.test" });
    await eraseCustomer(cast.scope, person.id);
    expect(await contentOf(id)).toBeNull();
    expect(await contentOf(other)).not.toBeNull();
  });

  it("goes as a whole when it was never started, after a day", async () => {
    const id = await upload(manager, file("forgotten", 1));
    expect(await jobsOf(id, "forgetImport")).toEqual([{ run_at: new Date("2026-11-22T12:00:00Z") }]);
    await forgetImport(cast.scope, id);
    await expect(getImport(manager, id)).rejects.toThrow(NotFoundError);
  });

  it("stays while it is being imported", async () => {
    const id = await upload(manager, file("running", 1));
    await startImport(manager, id);
    await forgetImport(cast.scope, id);
    expect(await contentOf(id)).not.toBeNull();
    await expect(discardImport(manager, id)).rejects.toThrow(NotFoundError);
    expect(await fieldsOf(mapImport(manager, id, (await getImport(manager, id)).mapping))).toBeInstanceOf(
      ConflictError,
    );
  });
});

describe("who sees an import", () => {
  const everyCall = (scope: Scope, id: string, mapping: Parameters<typeof mapImport>[2]) => [
    () => getImport(scope, id),
    () => getImportColumns(scope, id),
    () => previewImport(scope, id),
    () => listRejections(scope, id, 1),
    () => exportRejectedRows(scope, id, { line: "", reason: "", describe: () => "" }),
    () => mapImport(scope, id, mapping),
    () => rereadImport(scope, id, { encoding: "utf-8", delimiter: "," }),
    () => startImport(scope, id),
    () => discardImport(scope, id),
  ];

  it("is nobody of another organization, no employee and no consultant", async () => {
    const id = await upload(manager, file("mine", 1));
    const { mapping } = await getImport(manager, id);
    const other = await createSmallOrganization();
    for (const scope of [
      other.manager.scope,
      other.owner.scope,
      cast.employeeMember.scope,
      cast.consultant.scope,
    ]) {
      for (const call of everyCall(scope, id, mapping)) await expect(call()).rejects.toThrow(NotFoundError);
    }
    expect((await listImports(other.manager.scope, { kind: "encounters", page: 1 })).total).toBe(0);
    expect((await getImport(manager, id)).status).toBe("uploaded");
  });

  it("is, of managers limited to locations, only the one who made it", async () => {
    const id = await upload(manager, file("all", 1));
    const { mapping } = await getImport(manager, id);
    for (const call of everyCall(cast.localManager.scope, id, mapping))
      await expect(call()).rejects.toThrow(NotFoundError);
    const own = await upload(cast.localManager.scope, file("own", 1));
    expect(
      (await listImports(cast.localManager.scope, { kind: "encounters", page: 1 })).rows.map((row) => row.id),
    ).toEqual([own]);
    expect((await getImport(manager, own)).createdBy).toBe("The manager");
  });

  it("lets only owners and managers upload", async () => {
    const bytes = encode(file("no", 1));
    for (const { scope } of [cast.employeeMember, cast.consultant]) {
      await expect(uploadImport(scope, { kind: "encounters", fileName: "x", bytes })).rejects.toThrow(
        ForbiddenError,
      );
    }
  });
});
