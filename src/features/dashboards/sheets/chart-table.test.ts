import { describe, expect, it } from "vitest";
import { count, difference, type Sheet, text, value } from "@/server/sheet";
import { toChartTable } from "./chart-table";

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

describe("toChartTable", () => {
  it("writes the same data for people", () => {
    expect(toChartTable(sheet, "fi").rows).toEqual([
      ['Ann "the first", Åbo', "1\u00a0234", "−12", "46\u00a0%"],
      ["=1+1", "0", "–", "−5\u00a0%-yks."],
    ]);
  });
});
