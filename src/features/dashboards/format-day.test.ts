import { describe, expect, it } from "vitest";
import { formatDay, formatDays, formatMoment, formatMonth, formatShortDay } from "./format-day";

describe("dates", () => {
  it("are written as each language does, day first", () => {
    expect([formatDay("2026-01-05", "fi"), formatDay("2026-01-05", "en")]).toEqual([
      "5.1.2026",
      "5 Jan 2026",
    ]);
    expect([formatShortDay("2026-11-16", "fi"), formatShortDay("2026-11-16", "en")]).toEqual([
      "16.11.",
      "16 Nov",
    ]);
    expect(formatMonth("2026-11-01", "en")).toBe("Nov 2026");
    expect(formatMonth("2026-11-01", "fi")).toBe("marras 2026");
  });

  it("join into a range, and one day stays one", () => {
    expect(formatDays("2026-08-24", "2026-11-21", "fi")).toBe("24.8.–21.11.2026");
    expect(formatDays("2026-11-21", "2026-11-21", "fi")).toBe("21.11.2026");
  });

  it("put an instant on the organization's clock", () => {
    expect(formatMoment(new Date("2026-11-20T22:30:00Z"), "Europe/Helsinki", "fi")).toBe(
      "21.11.2026 klo 0.30",
    );
    expect(formatMoment(new Date("2026-11-20T22:30:00Z"), "UTC", "en")).toBe("20 Nov 2026, 22:30");
  });
});
