import { expect, it } from "vitest";
import { fromWallClock, minutesBetween, thisMinute, toWallClock } from "./wall-clock";

const helsinki = "Europe/Helsinki";

it("shows an instant on the organization's clock and reads it back", () => {
  expect(toWallClock("2026-11-22T09:05:40.000Z", helsinki)).toBe("2026-11-22T11:05");
  expect(fromWallClock("2026-11-22T11:05", helsinki)).toBe("2026-11-22T09:05:00.000Z");
  expect(toWallClock(null, helsinki)).toBe("");
});

it("reads nothing from what is no time", () => {
  expect(fromWallClock("", helsinki)).toBeNull();
  expect(fromWallClock("2026-11", helsinki)).toBeNull();
  // Clocks went from 3 to 4 that night.
  expect(fromWallClock("2026-03-29T03:30", helsinki)).toBeNull();
});

it("counts the minutes of a visit", () => {
  expect(minutesBetween("2026-11-22T09:05:00Z", "2026-11-22T09:30:00Z")).toBe(25);
  expect(minutesBetween("2026-11-22T09:05:00Z", "2026-11-22T09:00:00Z")).toBeNull();
  expect(minutesBetween(null, "2026-11-22T09:00:00Z")).toBeNull();
  expect(thisMinute(new Date("2026-11-22T09:05:59.999Z"))).toBe("2026-11-22T09:05:00.000Z");
});
