import { describe, expect, it } from "vitest";
import { columnLetter, MOST_COLUMNS, parseTable, sniffDelimiter, UnreadableTableError } from "./parse-table";

describe("sniffDelimiter", () => {
  it("finds the delimiter that cuts evenly, not the one that occurs most", () => {
    expect(sniffDelimiter("a,b,c\n1,2,3\n")).toBe(",");
    expect(sniffDelimiter("a;b\n1,5;2,5\n3,5;4,5\n")).toBe(";");
    expect(sniffDelimiter("a\tb\n1, 2\t3\n")).toBe("\t");
    expect(sniffDelimiter('name;note\n"Meikäläinen, Matti";"a;b;c"\n')).toBe(";");
    expect(sniffDelimiter("only\n1\n")).toBe(",");
  });
});

describe("parseTable", () => {
  it("counts lines as an editor does: quoted line breaks and empty lines included", () => {
    const table = parseTable('id;note\n1;"one\ntwo\nthree"\n\n;\n2;"say ""hi"""\n', ";");
    expect(table.header).toEqual(["id", "note"]);
    expect(table.rows).toEqual([
      { line: 2, cells: ["1", "one\ntwo\nthree"] },
      { line: 7, cells: ["2", 'say "hi"'] },
    ]);
  });

  it("trims cells, and takes the guard off a formula that an export put there", () => {
    expect(parseTable("a,b,c\n  x ,'+358401234567,'tis\n", ",").rows[0]?.cells).toEqual([
      "x",
      "+358401234567",
      "'tis",
    ]);
  });

  it("lets a stray quote stand and rows be shorter or longer than the header", () => {
    expect(parseTable('a,b\n5" pipe,x\n1\n1,2,3\n', ",").rows.map((row) => row.cells)).toEqual([
      ['5" pipe', "x"],
      ["1"],
      ["1", "2", "3"],
    ]);
  });

  it("names columns so that each can be told from the others", () => {
    expect(parseTable("Nimi,,Nimi,Päivä \n1,2,3,4\n", ",").header).toEqual([
      "Nimi",
      "B",
      "Nimi (2)",
      "Päivä",
    ]);
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual([
      "A",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });

  it("says on which line an open quote begins", () => {
    expect.assertions(2);
    try {
      parseTable('a,b\n1,2\n3,"never closed\n4,5\n6,7\n', ",");
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableTableError);
      expect(error).toMatchObject({ message: "fileQuoteOpen", line: 3 });
    }
  });

  it("refuses a line with too many cells, wherever it stands, and reads no further", () => {
    const wide = ",".repeat(MOST_COLUMNS);
    expect(() => parseTable(`${wide}\n1\n`, ",")).toThrow("fileTooManyColumns");
    expect(() => parseTable(`a,b\n1,2\n${wide}\n"never closed`, ",")).toThrow("fileTooManyColumns");
    const started = performance.now();
    expect(sniffDelimiter(",".repeat(12_000_000))).toBe(",");
    expect(() => parseTable(",".repeat(12_000_000), ",")).toThrow("fileTooManyColumns");
    // Cut to its end, such a line takes seconds.
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(parseTable(`a\n${wide.slice(1)}\n1\n`, ",").rows).toEqual([{ line: 3, cells: ["1"] }]);
  });

  it("refuses a file without rows", () => {
    expect(() => parseTable("a,b\n", ",")).toThrow("fileEmpty");
    expect(() => parseTable("", ",")).toThrow("fileEmpty");
    expect(() => parseTable("a,b\n,\n", ",")).toThrow("fileEmpty");
  });
});
