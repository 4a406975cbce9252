import { beforeEach, describe, expect, it } from "vitest";
import { createAnswerImport } from "@/features/answer-imports/commands/create-answer-import";
import { forgetAnswerImport } from "@/features/answer-imports/commands/forget-answer-import";
import { runAnswerImport } from "@/features/answer-imports/commands/run-answer-import";
import { runAnswerUndo } from "@/features/answer-imports/commands/run-answer-undo";
import { applyAnswerMapping, saveAnswerMapping } from "@/features/answer-imports/commands/saved-mappings";
import { storeAnswerChunk } from "@/features/answer-imports/commands/store-answer-chunk";
import { finishAnswerUpload } from "@/features/answer-imports/commands/take-in-file";
import { CHUNK_BYTES } from "@/features/answer-imports/formats";
import { type AnswerMappingInput, answerMapping } from "@/features/answer-imports/mapping";
import { getAnswerImport } from "@/features/answer-imports/queries/get-answer-import";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import {
  bytesOf,
  importAnswers,
  mapAndStart,
  outcomeOf,
  storedAnswers,
  undo,
  uploadFile,
  workerScope,
} from "./import-file";

setUpTestDatabase();

let scope: Scope;
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
beforeEach(async () => {
  small = await createSmallOrganization();
  ({ scope } = small);
});

/** One row an answer: everything by columns, and what is unknown created. */
const LONG: AnswerMappingInput = {
  columns: [
    { column: "Id", use: "reference" },
    { column: "Date", use: "date", form: "ymd" },
    { column: "Touchpoint", use: "touchpoint", unknown: "create" },
    { column: "Seller", use: "employee", unknown: "create" },
    { column: "Shop", use: "location", unknown: "create" },
    { column: "Metric", use: "metric" },
    { column: "Score", use: "score", metric: null },
    { column: "Customer", use: "customerReference" },
    { column: "Channel", use: "channel" },
  ],
  newTouchpoints: { channel: "chat" },
};
const long = (...rows: string[]) =>
  bytesOf(["Id;Date;Touchpoint;Seller;Shop;Metric;Score;Customer;Channel", ...rows].join("\n"));

/** The least a file has. */
const SHORT: AnswerMappingInput = {
  columns: LONG.columns?.filter(({ column }) => ["Date", "Touchpoint", "Metric", "Score"].includes(column)),
};

const names = (table: "touchpoint" | "employee" | "location") =>
  withScope(scope, async (tx) => {
    const where = { organizationId: scope.organizationId };
    const rows =
      table === "touchpoint"
        ? await tx.touchpoint.findMany({ where })
        : table === "employee"
          ? await tx.employee.findMany({ where })
          : await tx.location.findMany({ where });
    return rows.map(({ name }) => name).sort();
  });

describe("an import of one row for each answer", () => {
  it("creates what it names, uses what is there, and takes back what nothing else uses", async () => {
    const before = [await names("touchpoint"), await names("employee"), await names("location")];
    const first = await importAnswers(
      scope,
      long(
        `1;2026-01-02 10:00;Help desk;Uusi Myyjä;Pori;NPS;9;${small.customer.externalReference};`,
        `2;2026-01-03;${small.touchpoint.name};${small.employee.name.toUpperCase()};;CSAT;5;;phone`,
        "3;2026-01-03;help DESK;Uusi Myyjä;Pori;CSAT;6;;",
        "4;2026-01-03;Help desk;Uusi Myyjä;;NPS;;;",
      ),
      LONG,
    );
    expect(first).toMatchObject({ answersStored: 2, noAnswers: 1, rejected: 1 });
    expect(await storedAnswers(scope)).toMatchObject([
      {
        metric: "nps",
        score: 9,
        touchpoint: "Help desk",
        employee: "Uusi Myyjä",
        location: "Pori",
        channel: "chat",
      },
      { metric: "csat", employee: small.employee.name, location: small.location.name, channel: "phone" },
    ]);
    expect((await getAnswerImport(scope, first.id)).created).toMatchObject({
      touchpoints: 1,
      employees: 1,
      locations: 1,
    });

    const second = await importAnswers(scope, long("9;2026-02-01;Help desk;;Pori;NPS;10;;"), LONG);
    await undo(scope, first.id);
    // The second import is at the first one's touchpoint and location; the employee is nobody's.
    expect(await names("touchpoint")).toEqual([...(before[0] ?? []), "Help desk"].sort());
    expect(await names("employee")).toEqual(before[1]);
    expect(await names("location")).toEqual([...(before[2] ?? []), "Pori"].sort());
    await undo(scope, second.id);
    expect(await storedAnswers(scope)).toEqual([]);
  });

  it("knows a row by its reference, whatever else changes in it, and once however often it comes", async () => {
    const rows = Array.from(
      { length: 6_000 },
      (_, index) => `${index % 5_500};2026-01-02;Help desk;;;NPS;9;;`,
    );
    expect(await importAnswers(scope, long(...rows), LONG)).toMatchObject({
      answersStored: 5500,
      answersKnown: 500,
    });
    const changed = long("7;2026-01-05;Help desk;;;NPS;1;;", "5500;2026-01-05;Help desk;;;NPS;2;;");
    expect(await importAnswers(scope, changed, LONG)).toMatchObject({ answersStored: 1, answersKnown: 1 });
  });

  it("stores of an overlapping file only what is new, in another order of columns too", async () => {
    const same = "2026-01-02;Help desk;NPS;9";
    await importAnswers(
      scope,
      bytesOf(`Date;Touchpoint;Metric;Score\n${same}\n${same}\n2026-01-03;Help desk;NPS;3`),
      SHORT,
    );
    const overlapping = bytesOf(
      "Score;Metric;Touchpoint;Date;Shop\n3;NPS;Help desk;2026-01-03;\n9;NPS;Help desk;2026-01-02;\n4;NPS;Help desk;2026-01-04;",
    );
    expect(await importAnswers(scope, overlapping, SHORT)).toMatchObject({
      answersStored: 1,
      answersKnown: 2,
    });
    expect((await storedAnswers(scope)).map(({ score }) => score)).toEqual([9, 9, 3, 4]);
  });
});

describe("an import that meets an obstacle", () => {
  it("is taken back by itself when its file cannot be read to the end", async () => {
    // Beyond the rows that are looked at when it is uploaded, most of them without an answer.
    const rows = Array.from(
      { length: 20_500 },
      (_, index) => `${index};2026-01-02;Help desk;;;NPS;${index < 50 ? 9 : ""};;`,
    );
    const id = await uploadFile(scope, long(...rows, '20500;2026-01-02;"Help desk;;;NPS;9;;'));
    await mapAndStart(scope, id, LONG);
    expect(await runAnswerImport(workerScope(scope), id)).toBeNull();
    expect(await getAnswerImport(scope, id)).toMatchObject({ status: "undoing", failure: "quoteOpen" });
    expect((await storedAnswers(scope)).length).toBeGreaterThan(0);
    await runAnswerUndo(workerScope(scope), id);
    expect(await getAnswerImport(scope, id)).toMatchObject({
      status: "undone",
      failure: "quoteOpen",
      answersStored: 0,
    });
    expect(await storedAnswers(scope)).toEqual([]);
    expect(await names("touchpoint")).not.toContain("Help desk");
  });

  it("is uploaded in pieces in any order, again where it was interrupted", async () => {
    const row = `1;2026-01-02;Help desk;;;NPS;9;;${" ".repeat(990)}`;
    const bytes = long(...Array.from({ length: 9_000 }, () => row));
    const { id } = await createAnswerImport(scope, { fileName: "a.csv", bytes: bytes.length });
    const piece = (position: number) => bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES);
    await storeAnswerChunk(scope, id, 2, piece(2));
    await expect(finishAnswerUpload(scope, id)).rejects.toBeInstanceOf(ConflictError);
    await expect(storeAnswerChunk(scope, id, 0, piece(0).subarray(1))).rejects.toMatchObject({
      fields: { file: "answerChunkLength" },
    });
    await storeAnswerChunk(scope, id, 0, piece(0));
    await storeAnswerChunk(scope, id, 0, piece(0));
    expect((await getAnswerImport(scope, id)).chunksReceived).toEqual([0, 2]);
    await storeAnswerChunk(scope, id, 1, piece(1));
    await finishAnswerUpload(scope, id);
    expect(await getAnswerImport(scope, id)).toMatchObject({
      status: "uploaded",
      rowsTotal: 9000,
      isTotalEstimated: false,
    });
  });

  it("keeps nothing of people once it is forgotten", async () => {
    const { id } = await importAnswers(scope, long("1;2026-01-02;Help desk;;;NPS;Matti 040 123;;"), LONG);
    await forgetAnswerImport(scope, id);
    expect((await outcomeOf(scope, id)).rejections).toEqual([[2, "Score", null, "notANumber"]]);
    const unstarted = await uploadFile(scope, long("1;2026-01-02;Help desk;;;NPS;9;;"));
    await forgetAnswerImport(scope, unstarted);
    await expect(getAnswerImport(scope, unstarted)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("a saved mapping", () => {
  it("is used for the next file; what the file does not have is named", async () => {
    await saveAnswerMapping(scope, "Kassat", answerMapping.parse(LONG));
    const id = await uploadFile(scope, bytesOf("Date;Touchpoint;Metric;Score\n2026-01-02;Help desk;NPS;9\n"));
    const { missingColumns } = await applyAnswerMapping(scope, id, { name: "Kassat" });
    expect(missingColumns).toEqual(["Id", "Seller", "Shop", "Customer", "Channel"]);
    expect(await getAnswerImport(scope, id)).toMatchObject({ problems: [] });
  });
});
