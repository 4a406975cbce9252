import { describe, expect, it } from "vitest";
import type { RawRow } from "../reading/raw-row";
import { profileRows } from "./profile-rows";
import { suggestMapping } from "./suggest-mapping";

/** The suggested form of a column of these dates. */
function formOf(dates: string[]) {
  const profile = profileRows(["Date"]);
  dates.forEach((date, index) => {
    profile.add({ line: index + 2, cells: [date] } satisfies RawRow);
  });
  const [column] = suggestMapping(profile.columns()).columns;
  return column?.use === "date" ? column.form : undefined;
}

const days = Array.from({ length: 28 }, (_, index) => String(index + 1).padStart(2, "0"));
const yearFirst = Array.from({ length: 40 }, (_, year) =>
  days.map((day) => `${1985 + 10 + (year % 25)}-0${1 + (year % 9)}-${day}`),
).flat();

describe("the form of a date column", () => {
  it.each([
    ["2017-05-13", "ymd"],
    ["13.5.2017", "dmy"],
    ["5/13/2017", "mdy"],
    ["42868", "serial"],
    ["3/4/2017", null],
  ])("of %s is %s", (date, form) => {
    expect(formOf([date])).toBe(form);
  });

  it("is open when one rare date among thousands of clear ones can be read in two ways", () => {
    expect(formOf([...yearFirst, ...yearFirst])).toBe("ymd");
    expect(formOf([...yearFirst, ...yearFirst, "3/4/2017"])).toBeNull();
  });
});
