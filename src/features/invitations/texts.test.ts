import { expect, test } from "vitest";
import { fillPlaceholders, formatDay, touchpointName } from "./texts";

test("placeholders are filled; a missing value takes its space along; other braces stay", () => {
  const values = { customer: "Maija", employee: null };
  expect(fillPlaceholders("Hei {customer}!", values)).toBe("Hei Maija!");
  expect(fillPlaceholders("Hei {employee}!", values)).toBe("Hei!");
  expect(fillPlaceholders("{employee} palveli", values)).toBe(" palveli");
  expect(fillPlaceholders("{unknown} {customer}{customer}", values)).toBe("{unknown} MaijaMaija");
  expect(fillPlaceholders("{constructor} {toString}", values)).toBe("{constructor} {toString}");
  expect(fillPlaceholders("{customer}", { customer: "$& {employee}", employee: "x" })).toBe("$& {employee}");
});

test("a day is the organization's, in words of the language, with the year when it is another one", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const lateEvening = new Date("2026-11-20T22:30:00Z");
  const read = (language: string, timeZone = "Europe/Helsinki", instant = lateEvening) =>
    formatDay(instant, language, timeZone, now).replaceAll("\u00a0", " ");
  expect(read("fi")).toBe("21. marraskuuta");
  expect(read("sv")).toBe("21 november");
  expect(read("en")).toBe("21 November");
  expect(read("en", "UTC")).toBe("20 November");
  expect(read("fi", "Europe/Helsinki", new Date("2025-12-31T12:00:00Z"))).toBe("31. joulukuuta 2025");
});

test("a touchpoint goes by its public name in the reader's language, else by its name", () => {
  const touchpoint = { name: "Kassa 3", publicNames: { fi: "Kampin myymälä", en: " " } };
  expect(["fi", "en", "sv"].map((language) => touchpointName(touchpoint, language))).toEqual([
    "Kampin myymälä",
    "Kassa 3",
    "Kassa 3",
  ]);
});
