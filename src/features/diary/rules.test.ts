import { describe, expect, it } from "vitest";
import { FEELINGS, feelingsOf, TONES, toneOf, WHEEL } from "./feelings";
import { firstDay, judgeDay, today } from "./rules";

const NOW = new Date("2026-11-21T22:30:00Z");
const ZONE = "Europe/Helsinki";

describe("the day of an entry", () => {
  it("is the organization's day, not the server's", () => {
    expect(today(NOW, ZONE)).toBe("2026-11-22");
    expect(judgeDay("2026-11-22", NOW, ZONE)).toBeNull();
    expect(judgeDay("2026-11-22", NOW, "UTC")).toBe("dayInFuture");
    expect(judgeDay("1999-12-31", NOW, ZONE)).toBe("dayTooEarly");
  });

  it("belongs to a period that has so many days with today", () => {
    expect(firstDay("90", NOW, ZONE)).toBe("2026-08-25");
    expect(firstDay("365", NOW, ZONE)).toBe("2025-11-23");
    expect(firstDay("all", NOW, ZONE)).toBeNull();
  });
});

describe("the wheel of feelings", () => {
  it("has its pleasant half on the right, its unpleasant half on the left and one feeling in the middle", () => {
    expect(WHEEL.slice(0, 4).map(toneOf)).toEqual(Array(4).fill("pleasant"));
    expect(WHEEL.slice(4).map(toneOf)).toEqual(Array(4).fill("unpleasant"));
    expect(TONES.flatMap(feelingsOf).sort()).toEqual([...FEELINGS].sort());
    expect(feelingsOf("neutral")).toEqual(["neutral"]);
  });
});
