import { beforeAll, describe, expect, it, vi } from "vitest";
import { mapImport, rereadImport } from "@/features/imports/commands/map-import";
import { BATCH_SIZE, runImport } from "@/features/imports/commands/run-import";
import { startImport } from "@/features/imports/commands/start-import";
import * as storing from "@/features/imports/commands/store-encounter-rows";
import { uploadImport } from "@/features/imports/commands/upload-import";
import { getImport } from "@/features/imports/queries/get-import";
import { getImportColumns } from "@/features/imports/queries/get-import-columns";
import { listRejections } from "@/features/imports/queries/list-rejections";
import { previewImport } from "@/features/imports/queries/preview-import";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, makeScope, type Scope } from "@/server/scope";
import { runImportTask } from "@/worker/tasks/run-import";
import { querySql, setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import { encode, encounterFile, fieldsOf, importFile, upload, workerScope } from "./upload";

const database = setUpTestDatabase();
const NOW = new Date("2026-11-21T12:00:00Z");

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let manager: Scope;
beforeAll(async () => {
  cast = await createSmallOrganization();
  manager = makeScope({ ...cast.manager.scope, now: NOW });
});

const file = (prefix: string, count: number, badEvery = 0) => encounterFile(cast, prefix, count, badEvery);
const encountersOf = (importId: string) =>
  withScope(cast.scope, (tx) => tx.encounter.count({ where: { importId } }));

describe("a crash in the middle", () => {
  it("goes on after the last whole batch, without losing or repeating a row", async () => {
    const total = 2 * BATCH_SIZE + 100;
    const id = await upload(manager, file("crash", total, 50));
    await startImport(manager, id);
    const original = storing.storeEncounterRows;
    let batch = 0;
    const spy = vi.spyOn(storing, "storeEncounterRows").mockImplementation(async (...parameters) => {
      const outcomes = await original(...parameters);
      batch += 1;
      // Everything of the second batch is written by now, and lost with its transaction.
      if (batch === 2) throw new Error("the power went");
      return outcomes;
    });
    await expect(runImport(workerScope(manager), id)).rejects.toThrow("the power went");
    const halfway = await getImport(manager, id);
    expect(halfway).toMatchObject({ status: "running", rowsRead: BATCH_SIZE, rowsTotal: total });
    expect(await encountersOf(id)).toBe(halfway.rowsStored);

    spy.mockRestore();
    await runImport(workerScope(manager), id);
    const done = await getImport(manager, id);
    expect(done).toMatchObject({
      status: "finished",
      rowsRead: total,
      rowsStored: total - total / 50,
      rowsUnchanged: 0,
      rowsRejected: total / 50,
    });
    expect(await encountersOf(id)).toBe(done.rowsStored);
    expect((await listRejections(manager, id, 1)).total).toBe(done.rowsRejected);
    await runImport(workerScope(manager), id).catch((error: unknown) =>
      expect(error).toBeInstanceOf(NotFoundError),
    );
    expect(await encountersOf(id)).toBe(done.rowsStored);
  });

  it("lets two workers at the same import store each row once", async () => {
    const id = await upload(manager, file("twice", BATCH_SIZE + 50));
    await startImport(manager, id);
    await Promise.all([runImport(workerScope(manager), id), runImport(workerScope(manager), id)]);
    expect(await getImport(manager, id)).toMatchObject({ rowsStored: BATCH_SIZE + 50, rowsUnchanged: 0 });
    expect(await encountersOf(id)).toBe(BATCH_SIZE + 50);
    const events = await withScope(cast.scope, (tx) =>
      tx.activityEvent.findMany({ where: { action: "import.finished", subjectId: id } }),
    );
    expect(events).toMatchObject([
      { userId: cast.manager.userId, detail: { stored: BATCH_SIZE + 50, rejected: 0 } },
    ]);
  });
});

describe("the worker's task", () => {
  const run = (id: string, lastAttempt = false) =>
    runImportTask({ organizationId: cast.organization.id, importId: id }, { lastAttempt });

  it("imports with the rights of the member who started it, as they are now", async () => {
    const id = await upload(makeScope({ ...cast.owner.scope, now: NOW }), file("rights", 3));
    await startImport(makeScope({ ...cast.owner.scope, now: NOW }), id);
    await withScope(cast.scope, (tx) =>
      tx.member.update({
        where: key(cast.scope, cast.owner.memberId),
        data: {
          role: "manager",
          allLocations: false,
          locations: { create: { locationId: cast.otherLocation.id } },
        },
      }),
    );
    await run(id);
    const owner = cast.owner.scope;
    expect(await getImport(owner, id)).toMatchObject({ status: "finished", rowsStored: 0, rowsRejected: 3 });
    expect((await listRejections(owner, id, 1)).rows[0]).toMatchObject({ reason: "employeeOutside" });
  });

  it("stops when that member has left, and removes the file", async () => {
    const id = await upload(manager, file("left", 3));
    await startImport(manager, id);
    const archive = (archivedAt: Date | null) =>
      withScope(cast.scope, (tx) =>
        tx.member.update({ where: key(cast.scope, cast.manager.memberId), data: { archivedAt } }),
      );
    await archive(NOW);
    await run(id);
    await archive(null);
    expect(await getImport(manager, id)).toMatchObject({ status: "failed", rowsStored: 0 });
    expect(await contentOf(id)).toBeNull();
  });

  it("gives up after the last try only", async () => {
    const id = await upload(manager, file("fails", 3));
    await startImport(manager, id);
    const spy = vi.spyOn(storing, "storeEncounterRows").mockRejectedValue(new Error("broken"));
    await expect(run(id)).rejects.toThrow("broken");
    expect((await getImport(manager, id)).status).toBe("running");
    await expect(run(id, true)).rejects.toThrow("broken");
    expect((await getImport(manager, id)).status).toBe("failed");
    spy.mockRestore();
    expect((await importFile(manager, file("fails", 3))).counts).toEqual([3, 0, 0]);
  });
});

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

describe("from upload to start", () => {
  it("starts once, however often it is pressed", async () => {
    const id = await upload(manager, file("press", 2));
    await Promise.all([startImport(manager, id), startImport(manager, id), startImport(manager, id)]);
    expect(await jobsOf(id, "runImport")).toHaveLength(1);
  });

  it("previews exactly what the import then does, and stores nothing", async () => {
    const text = `${file("preview", 30, 10)}\n${file("preview", 1).split("\n")[1]}x\n${file("preview", 3).split("\n")[3]}`;
    const id = await upload(manager, text);
    const preview = await previewImport(manager, id);
    expect(await encountersOf(id)).toBe(0);
    expect(preview.firstRejections[0]).toEqual({
      line: 2,
      column: "date",
      value: "eilen",
      reason: "notADate",
    });
    expect(preview.firstRows[1]).toMatchObject({
      line: 3,
      status: "stored",
      shown: { employee: cast.employee.name, occurredAt: "2026-11-20T08:00:00.000Z", channel: "in_person" },
    });
    await startImport(manager, id);
    await runImport(workerScope(manager), id);
    const done = await getImport(manager, id);
    expect([preview.stored, preview.unchanged, preview.rejected]).toEqual([
      done.rowsStored,
      done.rowsUnchanged,
      done.rowsRejected,
    ]);
  });

  it("remembers the mapping by the names of the columns, for files whose columns stand elsewhere", async () => {
    await upload(manager, "Koodi,Hetki,Missä,Kuka,Mikä\n1,3/4/2026,a,b,c\n", {
      mapping: {
        columns: { externalReference: 0, occurredAt: 1, touchpoint: 2, employee: 3, encounterType: 4 },
        dateOrder: "mdy",
      },
    });
    const { id } = await uploadImport(manager, {
      kind: "encounters",
      fileName: "b.csv",
      bytes: encode("Kuka,Missä,Koodi,Mikä,Hetki\nb,a,1,c,3/4/2026\n"),
    });
    expect((await getImport(manager, id)).mapping).toMatchObject({
      columns: { externalReference: 2, occurredAt: 4, touchpoint: 1, employee: 0, encounterType: 3 },
      dateOrder: "mdy",
    });
  });

  it("asks for what is missing, doubled or not told by the dates", async () => {
    const fresh = await createSmallOrganization();
    const scope = fresh.manager.scope;
    const { id } = await uploadImport(scope, {
      kind: "encounters",
      fileName: "a.csv",
      bytes: encode("id,date\n1,3/4/2026\n"),
    });
    const { mapping } = await getImport(scope, id);
    expect(mapping.dateOrder).toBeNull();
    expect(
      await fieldsOf(
        mapImport(scope, id, { ...mapping, columns: { ...mapping.columns, time: 1, channel: 9 } }),
      ),
    ).toEqual({
      "column.time": "importColumnTwice",
      "column.channel": "chooseOne",
      "column.touchpoint": "importColumnNeeded",
      "column.employee": "importColumnNeeded",
      "column.encounterType": "importColumnNeeded",
      dateOrder: "importDateOrderNeeded",
    });
    expect(await fieldsOf(startImport(scope, id))).toEqual({ "column.touchpoint": "importColumnNeeded" });
    const foreign = {
      touchpointId: cast.touchpoint.id,
      encounterTypeId: cast.encounterType.id,
      language: null,
    };
    expect(await fieldsOf(mapImport(scope, id, { ...mapping, defaults: foreign }))).toMatchObject({
      touchpointId: "chooseOne",
      encounterTypeId: "chooseOne",
    });
  });

  it("reads the file again when encoding or delimiter were guessed wrong", async () => {
    const { id } = await uploadImport(manager, {
      kind: "customers",
      fileName: "a.csv",
      bytes: encode("Nimi;Sähköposti\nÅsa;asa@example.test\n", "utf-8"),
    });
    await rereadImport(manager, id, { encoding: "windows-1252", delimiter: ";" });
    expect((await getImportColumns(manager, id)).header).toEqual(["Nimi", "SÃ¤hkÃ¶posti"]);
    await rereadImport(manager, id, { encoding: "utf-8", delimiter: "," });
    expect((await getImportColumns(manager, id)).header).toEqual(["Nimi;Sähköposti"]);
    await rereadImport(manager, id, { encoding: "utf-8", delimiter: ";" });
    expect((await getImport(manager, id)).mapping.columns).toEqual({ name: 0, email: 1 });
  });

  it.each([
    ["an Excel workbook", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), { file: "fileIsSpreadsheet" }],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1]), { file: "fileNotText" }],
    ["an empty file", new Uint8Array(), { file: "fileNeeded" }],
    ["a header alone", encode("id,date\n"), { file: "fileEmpty" }],
    ["an open quote", encode('id,date\n1,"x\n'), { file: "fileQuoteOpen" }],
    ["more than 10 MB", new Uint8Array(10 * 1024 * 1024 + 1).fill(65), { file: "fileTooBig" }],
  ])("refuses %s", async (_, bytes, expected) => {
    expect(await fieldsOf(uploadImport(manager, { kind: "encounters", fileName: "x", bytes }))).toEqual(
      expected,
    );
  });
});
