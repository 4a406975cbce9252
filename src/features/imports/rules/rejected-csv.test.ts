import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTable } from "./parse-table";
import { writeCsv } from "./rejected-csv";

describe("writeCsv", () => {
  it("guards what a spreadsheet would run as a formula (OWASP, CSV Injection)", () => {
    expect(writeCsv([["=1+1", "+358", "-5", "@sum", "a=b", "\tx"]], ",")).toBe(
      "\uFEFF'=1+1,'+358,'-5,'@sum,a=b,'\tx\r\n",
    );
  });

  it("quotes delimiters, quotes and line breaks", () => {
    expect(writeCsv([["a;b", 'say "hi"', "one\ntwo", "plain"]], ";")).toBe(
      '\uFEFF"a;b";"say ""hi""";"one\ntwo";plain\r\n',
    );
  });

  it("is read back as what was written, whatever the cells hold", () => {
    const cell = fc.string({ minLength: 1 }).map((text) => `x${text.replace(/[\r\s]+/g, " ").trim()}`);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(",", ";", "\t") as fc.Arbitrary<"," | ";" | "\t">,
        (rows, delimiter) => {
          const text = writeCsv([["a", "b", "c"], ...rows], delimiter).replaceAll("\r\n", "\n");
          expect(parseTable(text, delimiter).rows.map((row) => row.cells)).toEqual(rows);
        },
      ),
    );
  });
});
