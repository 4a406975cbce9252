import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chooseInterval,
  countDays,
  isCalendarDay,
  isoWeek,
  lastDayOf,
  listBuckets,
  PERIOD_PRESETS,
  type PeriodChoice,
  resolvePeriod,
  resolvePreviousPeriod,
} from "./periods";

const helsinki = "Europe/Helsinki";

/** Expected instants worked out by hand from the zones' published clock changes (IANA tz database). */
describe("resolvePeriod", () => {
  it.each<[string, PeriodChoice, string, string, string, string, number]>([
    // name, choice, now, zone, from, to, days
    ["winter", "30d", "2026-01-20T10:00:00Z", helsinki, "2025-12-21T22:00:00Z", "2026-01-20T22:00:00Z", 30],
    [
      "spring clock change inside",
      "30d",
      "2026-04-10T10:00:00Z",
      helsinki,
      "2026-03-11T22:00:00Z",
      "2026-04-10T21:00:00Z",
      30,
    ],
    [
      "autumn clock change inside",
      "30d",
      "2026-11-05T10:00:00Z",
      helsinki,
      "2026-10-06T21:00:00Z",
      "2026-11-05T22:00:00Z",
      30,
    ],
    [
      "the very day of 23 hours",
      "7d",
      "2026-03-29T12:00:00Z",
      helsinki,
      "2026-03-22T22:00:00Z",
      "2026-03-29T21:00:00Z",
      7,
    ],
    [
      "the very day of 25 hours",
      "7d",
      "2026-10-25T12:00:00Z",
      helsinki,
      "2026-10-18T21:00:00Z",
      "2026-10-25T22:00:00Z",
      7,
    ],
    [
      "already tomorrow in Helsinki",
      "7d",
      "2026-05-31T21:30:00Z",
      helsinki,
      "2026-05-25T21:00:00Z",
      "2026-06-01T21:00:00Z",
      7,
    ],
    [
      "90 days over new year",
      "90d",
      "2026-01-10T10:00:00Z",
      helsinki,
      "2025-10-12T21:00:00Z",
      "2026-01-10T22:00:00Z",
      90,
    ],
    [
      "this month, its first day",
      "this-month",
      "2026-03-01T08:00:00Z",
      helsinki,
      "2026-02-28T22:00:00Z",
      "2026-03-01T22:00:00Z",
      1,
    ],
    [
      "last month, February of a leap year",
      "last-month",
      "2028-03-15T10:00:00Z",
      helsinki,
      "2028-01-31T22:00:00Z",
      "2028-02-29T22:00:00Z",
      29,
    ],
    [
      "last month in January",
      "last-month",
      "2026-01-01T08:00:00Z",
      helsinki,
      "2025-11-30T22:00:00Z",
      "2025-12-31T22:00:00Z",
      31,
    ],
    [
      "last month with the clock change",
      "last-month",
      "2026-04-02T08:00:00Z",
      helsinki,
      "2026-02-28T22:00:00Z",
      "2026-03-31T21:00:00Z",
      31,
    ],
    [
      "this year",
      "this-year",
      "2026-07-01T10:00:00Z",
      helsinki,
      "2025-12-31T22:00:00Z",
      "2026-07-01T21:00:00Z",
      182,
    ],
    [
      "this year on new year's eve, UTC behind",
      "this-year",
      "2026-12-31T22:30:00Z",
      helsinki,
      "2026-12-31T22:00:00Z",
      "2027-01-01T22:00:00Z",
      1,
    ],
    [
      "12 months",
      "12m",
      "2026-11-21T10:00:00Z",
      helsinki,
      "2025-11-21T22:00:00Z",
      "2026-11-21T22:00:00Z",
      365,
    ],
    [
      "12 months over a leap day",
      "12m",
      "2028-06-15T10:00:00Z",
      helsinki,
      "2027-06-15T21:00:00Z",
      "2028-06-15T21:00:00Z",
      366,
    ],
    [
      "12 months on the leap day's eve",
      "12m",
      "2028-02-28T10:00:00Z",
      helsinki,
      "2027-02-27T22:00:00Z",
      "2028-02-28T22:00:00Z",
      366,
    ],
    [
      "midnight skipped by a clock change",
      "7d",
      "2018-11-04T15:00:00Z",
      "America/Sao_Paulo",
      "2018-10-29T03:00:00Z",
      "2018-11-05T02:00:00Z",
      7,
    ],
    [
      "starts on the day without midnight",
      { firstDay: "2018-11-04", lastDay: "2018-11-04" },
      "2018-12-01T00:00:00Z",
      "America/Sao_Paulo",
      "2018-11-04T03:00:00Z",
      "2018-11-05T02:00:00Z",
      1,
    ],
    [
      "half-hour zone",
      "7d",
      "2026-02-10T20:00:00Z",
      "Asia/Kolkata",
      "2026-02-04T18:30:00Z",
      "2026-02-11T18:30:00Z",
      7,
    ],
    [
      "custom, both days included",
      { firstDay: "2024-02-28", lastDay: "2024-03-01" },
      "2026-01-01T00:00:00Z",
      helsinki,
      "2024-02-27T22:00:00Z",
      "2024-03-01T22:00:00Z",
      3,
    ],
  ])("%s", (_name, choice, now, zone, from, to, days) => {
    const period = resolvePeriod(choice, new Date(now), zone);
    expect({ from: period.from, to: period.to }).toEqual({ from: new Date(from), to: new Date(to) });
    expect(countDays(period)).toBe(days);
  });

  it("includes the last day but not the day after", () => {
    const period = resolvePeriod({ firstDay: "2026-03-28", lastDay: "2026-03-29" }, new Date(), helsinki);
    expect(lastDayOf(period)).toBe("2026-03-29");
    expect(period.dayAfter).toBe("2026-03-30");
  });
});

describe("resolvePreviousPeriod", () => {
  it.each<[PeriodChoice, string, string, string]>([
    ["7d", "2026-04-01T10:00:00Z", "2026-03-19", "2026-03-25"],
    ["30d", "2026-01-20T10:00:00Z", "2025-11-22", "2025-12-21"],
    ["this-month", "2026-03-12T10:00:00Z", "2026-02-17", "2026-02-28"],
    ["last-month", "2026-04-12T10:00:00Z", "2026-01-29", "2026-02-28"],
    ["last-month", "2026-03-31T10:00:00Z", "2026-01-04", "2026-01-31"],
    ["this-year", "2026-02-09T10:00:00Z", "2025-11-22", "2025-12-31"],
    ["12m", "2026-11-21T10:00:00Z", "2024-11-22", "2025-11-21"],
    [{ firstDay: "2026-03-01", lastDay: "2026-03-31" }, "2026-06-01T10:00:00Z", "2026-01-29", "2026-02-28"],
  ])("%o at %s", (choice, now, firstDay, lastDay) => {
    const period = resolvePeriod(choice, new Date(now), helsinki);
    const previous = resolvePreviousPeriod(period, helsinki);
    expect([previous.firstDay, lastDayOf(previous)]).toEqual([firstDay, lastDay]);
    expect(previous.to).toEqual(period.from);
  });
});

describe("chooseInterval", () => {
  it.each<[string, string, string]>([
    ["2026-01-01", "2026-06-30", "week"],
    ["2026-01-01", "2026-07-01", "month"],
    ["2026-01-01", "2026-01-07", "week"],
  ])("%s to %s: %s", (firstDay, lastDay, interval) => {
    expect(chooseInterval(resolvePeriod({ firstDay, lastDay }, new Date(), helsinki))).toBe(interval);
  });
});

describe("listBuckets", () => {
  it("cuts ISO weeks at the ends of the period and over the turn of the year", () => {
    const period = resolvePeriod({ firstDay: "2026-12-30", lastDay: "2027-01-11" }, new Date(), helsinki);
    const buckets = listBuckets(period, "week", helsinki);
    expect(buckets.map(({ key, firstDay, isPartial }) => [key, firstDay, isPartial])).toEqual([
      ["2026-12-28", "2026-12-30", true],
      ["2027-01-04", "2027-01-04", false],
      ["2027-01-11", "2027-01-11", true],
    ]);
    // ISO 8601: the week with 31 December 2026 (a Thursday) is week 53 of 2026.
    expect(buckets.map(({ key }) => isoWeek(key))).toEqual([53, 1, 2]);
  });

  it("keeps whole months whole, whatever the clock does", () => {
    const period = resolvePeriod({ firstDay: "2026-03-01", lastDay: "2026-04-30" }, new Date(), helsinki);
    expect(listBuckets(period, "month", helsinki)).toEqual([
      expect.objectContaining({
        key: "2026-03-01",
        isPartial: false,
        from: new Date("2026-02-28T22:00:00Z"),
        to: new Date("2026-03-31T21:00:00Z"),
      }),
      expect.objectContaining({ key: "2026-04-01", isPartial: false, to: new Date("2026-04-30T21:00:00Z") }),
    ]);
  });

  it("covers every period exactly, without gap or overlap", () => {
    const zones = [helsinki, "UTC", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo"];
    fc.assert(
      fc.property(
        fc.constantFrom(...PERIOD_PRESETS),
        fc.constantFrom(...zones),
        fc.constantFrom("week" as const, "month" as const),
        fc.date({ min: new Date("2010-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }),
        (preset, zone, interval, now) => {
          const period = resolvePeriod(preset, now, zone);
          const buckets = listBuckets(period, interval, zone);
          expect(buckets[0]?.from).toEqual(period.from);
          expect(buckets.at(-1)?.to).toEqual(period.to);
          for (const [index, bucket] of buckets.entries()) {
            expect(bucket.from.getTime()).toBeLessThan(bucket.to.getTime());
            if (index > 0) expect(bucket.from).toEqual(buckets[index - 1]?.to);
          }
          expect(now.getTime() >= period.from.getTime() || preset === "last-month").toBe(true);
        },
      ),
    );
  });
});

describe("isCalendarDay", () => {
  it.each([
    ["2028-02-29", true],
    ["2027-02-29", false],
    ["2026-13-01", false],
    ["26-01-01", false],
    ["2026-1-1", false],
    ["yesterday", false],
    ["", false],
  ])("%s: %s", (text, expected) => expect(isCalendarDay(text)).toBe(expected));
});
