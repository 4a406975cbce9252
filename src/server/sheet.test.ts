import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, difference, type Sheet, text, value, writeCsv } from "./sheet";

const sheet: Sheet = {
  columns: [
    { label: "Name" },
    { label: "Answers" },
    { label: "NPS", unit: "points" },
    { label: "Share", unit: "share" },
  ],
  rows: [
    [text('Ann "the first", Åbo'), count(1234), value(-12.4, "points"), value(0.4567, "share")],
    [text("=1+1"), count(0), value(null, "points"), difference(-0.05, "share")],
  ],
};

describe("writeCsv", () => {
  it("writes RFC 4180 with exact digits, and no cell that a spreadsheet would run", () => {
    expect(writeCsv(sheet)).toBe(
      '\uFEFFName,Answers,NPS,Share (%)\r\n"Ann ""the first"", Åbo",1234,-12,45.7\r\n\'=1+1,0,,-5.0\r\n',
    );
  });

  it("reads back whatever a text holds", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (names) => {
        const csv = writeCsv({
          columns: [{ label: "a" }, { label: "n" }],
          rows: names.map((name) => [text(name), count(1)]),
        });
        const rows = parse(csv, { bom: true, record_delimiter: "\r\n" }) as string[][];
        expect(rows.slice(1).map(([name]) => name?.replace(/^'(?=\s*[=+\-@])/, ""))).toEqual(
          names.map((name) => name.replace(/^'(?=\s*[=+\-@])/, "")),
        );
      }),
    );
  });

  it.each(["=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1"])("defuses %j", (dangerous) => {
    const [, row] = writeCsv({ columns: [{ label: "a" }], rows: [[text(dangerous)]] }).split("\r\n");
    expect(row?.replace(/^"/, "").startsWith("'")).toBe(true);
  });
});
