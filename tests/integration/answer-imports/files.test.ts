import iconv from "iconv-lite";
import { beforeEach, describe, expect, it } from "vitest";
import { mapAnswerImport } from "@/features/answer-imports/commands/map-answer-import";
import { rereadAnswerImport } from "@/features/answer-imports/commands/take-in-file";
import { type AnswerMappingInput, answerMapping } from "@/features/answer-imports/mapping";
import { getAnswerImport } from "@/features/answer-imports/queries/get-answer-import";
import { getAnswerImportColumns } from "@/features/answer-imports/queries/get-answer-import-columns";
import { previewAnswerImport } from "@/features/answer-imports/queries/preview-answer-import";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import { bytesOf, importAnswers, storedAnswers, uploadFile } from "./import-file";
import { type Cell, writeWorkbook, writeZip } from "./write-workbook";

setUpTestDatabase();

let scope: Scope;
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
beforeEach(async () => {
  small = await createSmallOrganization();
  ({ scope } = small);
});

/** One score a row at a new touchpoint, dated by a column. */
const oneScore = (changes: Partial<AnswerMappingInput> = {}): AnswerMappingInput => ({
  columns: [
    { column: "Päivä", use: "date", form: "dmy" },
    { column: "Arvosana", use: "score", metric: "csat" },
    { column: "Kommentti", use: "comment" },
  ],
  fixed: { touchpoint: { create: "Kassa" }, language: "fi" },
  ...changes,
});

const SAME_FILE = (delimiter: string) =>
  [
    ["Päivä", "Arvosana", "Kommentti"],
    ["3.4.2024", "5", `"Hyvää palvelua${delimiter} kiitos\näidiltä"`],
    ["14.4.2024", "2", '"Sanoi ""ei"""'],
    ["", "", ""],
    ["15.4.2024", "4", ""],
  ]
    .map((cells) => cells.join(delimiter))
    .join("\r\n");

describe("a CSV file", () => {
  it.each([
    ["utf-8", false, ","],
    ["utf-8", true, ";"],
    ["windows-1252", false, ";"],
    ["utf-16le", true, "\t"],
    ["utf-16le", false, ";"],
    ["utf-16be", true, ","],
  ])("in %s (byte order mark: %s) with %j comes out the same", async (encoding, addBOM, delimiter) => {
    const bytes = new Uint8Array(iconv.encode(SAME_FILE(delimiter), encoding, { addBOM }));
    const outcome = await importAnswers(scope, bytes, oneScore());
    expect(outcome).toMatchObject({ status: "finished", rowsRead: 3, answersStored: 3, rejected: 0 });
    expect(await storedAnswers(scope)).toMatchObject([
      // Noon in Helsinki, whose summer time is three hours ahead.
      {
        at: "2024-04-03 09:00:00",
        score: 5,
        comment: `Hyvää palvelua${delimiter} kiitos\näidiltä`,
        touchpoint: "Kassa",
      },
      { at: "2024-04-14 09:00:00", score: 2, comment: 'Sanoi "ei"', language: "fi" },
      { at: "2024-04-15 09:00:00", score: 4, comment: null },
    ]);
  });

  it("is Windows-1252 although its first half megabyte is plain ASCII", async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `3.4.2024;5;comment ${index}`);
    const text = ["Paiva;Arvosana;Kommentti", ...rows, "4.4.2024;1;äiti"].join("\n");
    const id = await uploadFile(scope, new Uint8Array(iconv.encode(text, "windows-1252")));
    expect((await getAnswerImport(scope, id)).reading).toMatchObject({
      encoding: "windows-1252",
      delimiter: ";",
    });
  });

  it("tells the line and column of what is not on the scale, and keeps the rest of the row", async () => {
    const text = [
      "day;nps;csat;place",
      '3.4.2024;10;"a\nb";X',
      "4.4.2024;11;5;X",
      "5.4.2024;9,0;4,5;Y",
      "6.4.2024;-;6;X",
      "31.2.2024;9;5;X",
      ";9;5;X",
      "7.4.2024;8;5,0;nowhere",
      "7.4.2024;8;5;X;surplus",
      "1.1.2150;8;5;X",
    ].join("\n");
    const outcome = await importAnswers(scope, bytesOf(text), {
      columns: [
        { column: "day", use: "date", form: "dmy" },
        { column: "nps", use: "score", metric: "nps", values: [{ value: "-", score: null }] },
        { column: "csat", use: "score", metric: "csat" },
        {
          column: "place",
          use: "location",
          values: [
            { value: "X", thing: { id: small.location.id } },
            { value: "Y", thing: null },
          ],
        },
      ],
      fixed: { touchpoint: { id: small.touchpoint.id } },
    });
    expect(outcome.rejections).toEqual([
      [2, "csat", "a\nb", "notANumber"],
      [4, "nps", "11", "outOfScale"],
      [5, "csat", "4,5", "outOfScale"],
      [6, "csat", "6", "outOfScale"],
      [7, "day", "31.2.2024", "notADate"],
      [8, "day", "", "noDate"],
      [9, "place", "nowhere", "unknownLocation"],
      [10, "", "surplus", "tooManyCells"],
      [11, "day", "1.1.2150", "notADate"],
    ]);
    const stored = await storedAnswers(scope);
    expect(stored.map(({ metric, score, location }) => [metric, score, location])).toEqual([
      ["nps", 10, small.location.name],
      ["csat", 5, small.location.name],
      ["nps", 9, null],
    ]);
    expect(outcome).toMatchObject({ answersStored: 3, noAnswers: 1, rejected: 9 });
  });

  it("asks a person how dates are written that can be read in two ways, and shows the rows that differ", async () => {
    const text = "date,score\n03/04/2024,5\n05/05/2024,4\n12/11/2023,3\n";
    const id = await uploadFile(scope, bytesOf(text));
    const mapping = (form: "dmy" | "mdy" | null) =>
      answerMapping.parse({
        columns: [
          { column: "date", use: "date", form },
          { column: "score", use: "score", metric: "csat", touchpoint: { id: small.touchpoint.id } },
        ],
      });
    const { problems } = await mapAnswerImport(scope, id, mapping(null));
    expect(problems).toEqual([{ problem: "dateFormNeeded", column: "date" }]);
    const { dates } = await previewAnswerImport(scope, id);
    expect(dates).toMatchObject({ isAmbiguous: true, possibleForms: ["dmy", "mdy"], differingCount: 2 });
    expect(dates?.differing).toEqual([
      {
        line: 2,
        value: "03/04/2024",
        readings: [
          { form: "dmy", day: "2024-04-03" },
          { form: "mdy", day: "2024-03-04" },
        ],
      },
      {
        line: 4,
        value: "12/11/2023",
        readings: [
          { form: "dmy", day: "2023-11-12" },
          { form: "mdy", day: "2023-12-11" },
        ],
      },
    ]);
    expect((await mapAnswerImport(scope, id, mapping("mdy"))).problems).toEqual([]);
  });

  it("decides by one day beyond twelve how dates are written", async () => {
    const id = await uploadFile(scope, bytesOf("date,score\n03/04/2024,5\n13/04/2024,4\n"));
    const { columns } = (await getAnswerImport(scope, id)).mapping;
    expect(columns.find(({ use }) => use === "date")).toMatchObject({ form: "dmy" });
  });

  it("can be read again in another encoding", async () => {
    const id = await uploadFile(scope, bytesOf("päivä;arvosana\n3.4.2024;5\n"));
    await rereadAnswerImport(scope, id, { encoding: "windows-1252" });
    expect((await getAnswerImportColumns(scope, id)).columns[0]?.column).toBe("pÃ¤ivÃ¤");
  });
});

describe("a workbook", () => {
  const rows: Cell[][] = [
    ["Päivä", "Arvosana", "Kommentti"],
    // 42868 is 13 May 2017: Microsoft's own count, day 1 being 1 January 1900.
    [{ day: 42868 }, 5, "Ensimmäinen & paras"],
    [{ day: 42869.5 }, "4", null],
    [],
    [{ day: 42870 }, 4.5, "puolikas"],
  ];

  it("is read sheet by sheet, its dates by their styles", async () => {
    const bytes = writeWorkbook({ "Ohje & muut": [["Lue tämä"], ["…"]], Vastaukset: rows });
    const id = await uploadFile(scope, bytes, "vastaukset.csv");
    expect(await getAnswerImport(scope, id)).toMatchObject({
      format: "xlsx",
      sheets: ["Ohje & muut", "Vastaukset"],
    });
    await rereadAnswerImport(scope, id, { sheet: "Vastaukset" });
    const { columns } = await getAnswerImportColumns(scope, id);
    expect(columns.map(({ column }) => column)).toEqual(["Päivä", "Arvosana", "Kommentti"]);
    expect(columns[0]?.values.map(({ value }) => value)).toEqual([
      "2017-05-13",
      "2017-05-14T12:00:00",
      "2017-05-15",
    ]);
  });

  it.each([
    [false, ["2017-05-13 09:00:00", "2017-05-14 09:00:00"]],
    // 1,462 days later: 1904's day 0 is 1 January 1904.
    [true, ["2021-05-14 09:00:00", "2021-05-15 09:00:00"]],
  ])("counts its days from 1904: %s", async (date1904, days) => {
    const outcome = await importAnswers(scope, writeWorkbook({ Sheet1: rows }, { date1904 }), oneScore());
    expect((await storedAnswers(scope)).map(({ at }) => at)).toEqual(days);
    expect(outcome.rejections).toEqual([[5, "Arvosana", "4.5", "outOfScale"]]);
  });
});

describe("what is no file of answers", () => {
  const pdf = bytesOf("%PDF-1.7\n1,2\n3,4\n");
  const xls = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]);
  const bomb = writeWorkbook({ Sheet1: [["a"], [" ".repeat(30_000_000)]] });
  it.each([
    ["a PDF", pdf, "fileNotAnswers"],
    ["an old workbook", xls, "fileOldWorkbook"],
    [
      "a workbook with a password",
      writeWorkbook({ A: [["a"], ["b"]] }, { isEncrypted: true }),
      "fileEncrypted",
    ],
    ["another zip", writeZip({ "word/document.xml": "<a/>" }), "fileNotAnswers"],
    ["half a workbook", writeWorkbook({ A: [["a"], ["b"]] }).subarray(0, 300), "fileBroken"],
    ["a workbook that unpacks beyond measure", bomb, "fileUnpacksTooBig"],
    ["a workbook without rows", writeWorkbook({ A: [["a"]] }), "fileEmpty"],
    ["a header alone", bytesOf("a,b\n"), "fileEmpty"],
    ["bytes", new Uint8Array([1, 0, 0, 0, 7, 0, 0, 3]), "fileNotText"],
    ["an open quotation mark", bytesOf('a,b\n1,"2\n3,4\n'), "fileQuoteOpen"],
  ])("%s is refused, and nothing is kept of it", async (_, bytes, reason) => {
    const error = await uploadFile(scope, bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect((error as InvalidInputError).fields).toEqual({ file: reason });
    expect(await withScope(scope, (tx) => tx.answerImport.count())).toBe(0);
  });
});
