import { describe, expect, it } from "vitest";
import { dayInstants } from "./day-instants";
import { dayOfParts, readDay, readDayInForms } from "./read-day";
import { serialToText } from "./serial-date";

describe("readDay", () => {
  it.each([
    ["13.5.2017", "dmy", "2017-05-13"],
    ["5/13/2017", "mdy", "2017-05-13"],
    ["2017-05-13", "dmy", "2017-05-13"],
    ["42868", "serial", "2017-05-13"],
    ["41406", "serial1904", "2017-05-13"],
  ] as const)("reads %s as %s", (text, form, day) => {
    expect(readDay(text, form)?.date.toString()).toBe(day);
  });

  it.each([
    ["13/5/2017", "mdy"],
    ["31.2.2017", "dmy"],
    ["13", "serial"],
    ["1.1.1889", "dmy"],
    ["soon", "ymd"],
  ] as const)("does not read %s as %s", (text, form) => {
    expect(readDay(text, form)).toBeNull();
  });

  it("tells which forms read a day differently", () => {
    expect([...readDayInForms("03/04/2024")].filter(([, day]) => day !== null)).toEqual([
      ["dmy", "2024-04-03"],
      ["mdy", "2024-03-04"],
    ]);
  });
});

describe("dayOfParts", () => {
  it("knows how long months are, and years of two digits", () => {
    expect(dayOfParts(24, 2, 29)?.date.toString()).toBe("2024-02-29");
    expect(dayOfParts(2023, 2, 29)).toBeNull();
    expect(dayOfParts(2023, 13, 1)).toBeNull();
  });
});

describe("serialToText", () => {
  // Excel's own: 60 is the 29 February 1900 that never was; 61 the first of March (Microsoft, "Excel 1900 leap year").
  it.each([
    [1, 1900, "1900-01-01"],
    [61, 1900, "1900-03-01"],
    [42868.75, 1900, "2017-05-13T18:00:00"],
    [0.4375, 1900, "10:30:00"],
    [0, 1904, "1904-01-01"],
  ] as const)("reads %d counted from %d", (serial, system, text) => {
    expect(serialToText(serial, system)).toBe(text);
  });
});

describe("dayInstants", () => {
  const instantOf = dayInstants("Europe/Helsinki", new Date("2026-11-22T08:00:00Z"));
  const at = (text: string) => {
    const day = readDay(text, "ymd");
    const instant = day && instantOf(day);
    return instant ? new Date(instant.at).toISOString() : null;
  };

  it.each([
    ["2026-06-01", "2026-06-01T09:00:00.000Z"],
    ["2026-01-15 08:30", "2026-01-15T06:30:00.000Z"],
    // Clocks go forward at three: half past three is the first moment that is.
    ["2026-03-29 03:30", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29 04:30", "2026-03-29T01:30:00.000Z"],
    // Half past three comes twice; the first is meant.
    ["2026-10-25 03:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25 12:00", "2026-10-25T10:00:00.000Z"],
    ["2026-01-15T08:30:00Z", "2026-01-15T08:30:00.000Z"],
  ])("%s in Helsinki is %s", (text, instant) => {
    expect(at(text)).toBe(instant);
  });

  it("dates today's answers not later than now, and refuses tomorrow's", () => {
    expect(at("2026-11-22")).toBe("2026-11-22T08:00:00.000Z");
    expect(at("2026-11-23")).toBeNull();
  });
});
