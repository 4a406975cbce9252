import { describe, expect, it } from "vitest";
import { answerMapping, type ScoreColumn } from "../mapping";
import type { ColumnProfile } from "../schema";
import {
  assignBulkUse,
  assignUse,
  changeMetric,
  changeScoreValue,
  changeUse,
  copyScoreValues,
  findUse,
  listAlikeColumns,
} from "./mapping-changes";

const EMPTY = answerMapping.parse({});

function profile(
  column: string,
  values: string[],
  dateForms: ColumnProfile["dateForms"] = [],
): ColumnProfile {
  return {
    column,
    values: values.map((value) => ({ value, count: 10 })),
    hasMore: false,
    empty: 0,
    dateForms,
  };
}

const score = (column: string, more: Partial<ScoreColumn> = {}): ScoreColumn => ({
  column,
  use: "score",
  metric: "csat",
  question: "",
  touchpoint: null,
  values: [],
  ...more,
});

describe("giving a column a use", () => {
  it("takes a use that only one column can have from its former column", () => {
    const first = assignUse(EMPTY, profile("Store", ["A"]), "location");
    const second = assignUse(first, profile("Site", ["B"]), "location");
    expect(findUse(second, "Store")).toBeNull();
    expect(findUse(second, "Site")).toMatchObject({ use: "location", unknown: "reject" });
  });

  it("leaves several score columns beside each other", () => {
    const both = ["Q1", "Q2"].reduce((now, column) => assignUse(now, profile(column, ["1"]), "score"), EMPTY);
    expect(both.columns.map(({ column }) => column)).toEqual(["Q1", "Q2"]);
  });

  it("guesses the metric from the name, or from how far the values reach", () => {
    const metricOf = (column: string, values: string[]) =>
      findUse(assignUse(EMPTY, profile(column, values), "score"), column);
    expect(metricOf("NETPRO", ["3"])).toMatchObject({ metric: "nps" });
    expect(metricOf("Q7FOOD", ["0", "1", "2", "3", "4", "5", "6"])).toMatchObject({ metric: "csat" });
    expect(metricOf("Q1", ["6", "7", "8", "9", "10"])).toMatchObject({ metric: "nps" });
  });

  it("leaves it to the rows' own metric column where there is one", () => {
    const withMetric = assignUse(EMPTY, profile("Metric", ["NPS"]), "metric");
    expect(findUse(assignUse(withMetric, profile("Value", ["9"]), "score"), "Value")).toMatchObject({
      metric: null,
    });
  });

  it("leaves the form of ambiguous dates open, and takes the only one that fits", () => {
    const formOf = (column: ColumnProfile) => findUse(assignUse(EMPTY, column, "date"), column.column);
    expect(formOf(profile("A", ["3/4/2017"], ["dmy", "mdy"]))).toMatchObject({ form: null });
    expect(formOf(profile("B", ["13/4/2017"], ["dmy"]))).toMatchObject({ form: "dmy" });
    expect(formOf(profile("C", ["2017-04-13"], ["ymd", "dmy", "mdy"]))).toMatchObject({ form: "ymd" });
  });

  it("makes many columns scores at once, each of a touchpoint of its own, keeping what was said before", () => {
    const profiles = [profile("Q7FOOD", ["5"]), profile("Q7STORE", ["5"])];
    const food = score("Q7FOOD", {
      touchpoint: { create: "Restaurants" },
      values: [{ value: "6", score: null }],
    });
    const done = assignBulkUse(changeUse(EMPTY, food), profiles, "scoreOwnTouchpoint");
    expect(findUse(done, "Q7FOOD")).toEqual(food);
    expect(findUse(done, "Q7STORE")).toMatchObject({ use: "score", touchpoint: { create: "Q7STORE" } });
    expect(assignBulkUse(done, profiles, "ignore").columns.every(({ use }) => use === "ignore")).toBe(true);
  });
});

describe("what the values of a score column mean", () => {
  it("is said once for each value, whatever its capitals, and can be taken back", () => {
    const said = changeScoreValue(score("Q1"), "Blank", null);
    expect(changeScoreValue(said, "BLANK", 3).values).toEqual([{ value: "BLANK", score: 3 }]);
    expect(changeScoreValue(said, "blank", undefined).values).toEqual([]);
  });

  it("loses scores another metric's scale does not have", () => {
    const values = [
      { value: "a", score: 9 },
      { value: "b", score: 4 },
      { value: "c", score: null },
    ];
    expect(changeMetric(score("Q1", { metric: "nps", values }), "csat").values).toEqual(values.slice(1));
  });

  it("is copied to the columns of the same metric only", () => {
    const values = [{ value: "6", score: null }];
    const from = score("Q1", { values });
    const mapping = [from, score("Q2"), score("Q3", { metric: "nps" })].reduce(changeUse, EMPTY);
    expect(listAlikeColumns(mapping, from).map(({ column }) => column)).toEqual(["Q2"]);
    const copied = copyScoreValues(mapping, from);
    expect(findUse(copied, "Q2")).toMatchObject({ values });
    expect(findUse(copied, "Q3")).toMatchObject({ values: [] });
  });
});
