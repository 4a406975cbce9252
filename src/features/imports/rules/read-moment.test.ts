import { describe, expect, it } from "vitest";
import type { DateOrder } from "../formats";
import { chooseDateOrder, detectDateOrder, readDate, readMoment, readTime } from "./read-moment";

const date = (text: string, order: DateOrder) => readDate(text, order)?.date.toString();

describe("readDate", () => {
  it.each([
    ["2026-11-21", "ymd", "2026-11-21"],
    ["2026/1/2", "ymd", "2026-01-02"],
    ["2026.01.02", "ymd", "2026-01-02"],
    ["21.11.2026", "dmy", "2026-11-21"],
    ["1.2.2026", "dmy", "2026-02-01"],
    ["1. 2. 2026", "dmy", "2026-02-01"],
    ["01.02.26", "dmy", "2026-02-01"],
    ["21/11/2026", "dmy", "2026-11-21"],
    ["11/21/2026", "mdy", "2026-11-21"],
    ["1/2/2026", "mdy", "2026-01-02"],
  ] as const)("%s as %s", (text, order, expected) => {
    expect(date(text, order)).toBe(expected);
  });

  it.each([
    ["31.2.2026", "dmy"],
    ["29.2.2025", "dmy"],
    ["21/11/2026", "mdy"],
    ["21.11.2026", "mdy"],
    ["2026-13-01", "ymd"],
    ["26-01-02", "ymd"],
    ["21.11-2026", "dmy"],
    ["eilen", "dmy"],
    ["45982", "dmy"],
    ["21.11.2026 25:00", "dmy"],
    ["21.11.2026 noin", "dmy"],
    ["21.11.20261", "dmy"],
  ] as const)("refuses %s as %s", (text, order) => {
    expect(readDate(text, order)).toBeNull();
  });
});

describe("readTime", () => {
  it.each([
    ["14:05", "14:05:00"],
    ["14.05", "14:05:00"],
    ["9:05", "09:05:00"],
    ["klo 9.05", "09:05:00"],
    ["kl. 14.05", "14:05:00"],
    ["14:05:33", "14:05:33"],
    ["14:05:33.123", "14:05:33"],
    ["2:05 PM", "14:05:00"],
    ["12:05 am", "00:05:00"],
    ["12:05 p.m.", "12:05:00"],
  ])("%s", (text, expected) => {
    expect(readTime(text)?.time.toString()).toBe(expected);
  });

  it.each(["24:00", "14:60", "14", "13:05 PM", "0:05 AM", "puolilta päivin", ""])("refuses %j", (text) => {
    expect(readTime(text)).toBeNull();
  });
});

describe("detectDateOrder", () => {
  it("is certain when a day beyond 12 gives the order away", () => {
    expect(detectDateOrder(["3/4/2026", "21/4/2026"])).toEqual({ order: "dmy", isCertain: true });
    expect(detectDateOrder(["3/4/2026", "4/21/2026"])).toEqual({ order: "mdy", isCertain: true });
    expect(detectDateOrder(["2026-04-03"])).toEqual({ order: "ymd", isCertain: true });
  });

  it("knows that dots are never month first", () => {
    expect(detectDateOrder(["3.4.2026"])).toEqual({ order: "dmy", isCertain: true });
  });

  it("cannot tell 3/4 from 4/3, and says so", () => {
    expect(detectDateOrder(["3/4/2026", "05/06/2026", ""])?.isCertain).toBe(false);
  });

  it("lets one bad cell be a bad cell", () => {
    expect(detectDateOrder(["21.11.2026", "x", "22.11.2026"])).toEqual({ order: "dmy", isCertain: true });
    expect(detectDateOrder(["x", ""])).toBeNull();
  });

  it("falls back on the remembered order only where the file does not tell", () => {
    expect(chooseDateOrder(["3/4/2026"], "mdy")).toBe("mdy");
    expect(chooseDateOrder(["3/4/2026"], null)).toBeNull();
    expect(chooseDateOrder(["3/4/2026"], "ymd")).toBeNull();
    expect(chooseDateOrder(["21/4/2026"], "mdy")).toBe("dmy");
  });
});

describe("readMoment", () => {
  const now = new Date("2026-11-21T08:00:00Z");
  const read = (day: string, time = "", order: DateOrder = "dmy") =>
    readMoment(day, time, order, "Europe/Helsinki", now);

  it("reads date and time from one cell or two, in the organization's time zone", () => {
    const instant = new Date("2026-11-20T12:05:00Z");
    expect(read("20.11.2026 14:05")).toEqual({ ok: true, instant, isDayOnly: false });
    expect(read("20.11.2026 klo 14.05")).toEqual({ ok: true, instant, isDayOnly: false });
    expect(read("20.11.2026", "14.05")).toEqual({ ok: true, instant, isDayOnly: false });
    expect(read("2026-11-20T14:05", "", "ymd")).toEqual({ ok: true, instant, isDayOnly: false });
    expect(read("11/20/2026, 2:05 PM", "", "mdy")).toEqual({ ok: true, instant, isDayOnly: false });
  });

  it("obeys a zone that is told", () => {
    expect(read("2026-11-20T14:05:00Z", "", "ymd")).toMatchObject({
      instant: new Date("2026-11-20T14:05:00Z"),
    });
    expect(read("2026-11-20T14:05+0100", "", "ymd")).toMatchObject({
      instant: new Date("2026-11-20T13:05:00Z"),
    });
  });

  it("takes a day alone as its noon, but never as a moment still ahead", () => {
    expect(read("20.11.2026")).toEqual({
      ok: true,
      instant: new Date("2026-11-20T10:00:00Z"),
      isDayOnly: true,
    });
    expect(read("21.11.2026")).toEqual({ ok: true, instant: now, isDayOnly: true });
    expect(read("22.11.2026")).toEqual({
      ok: true,
      instant: new Date("2026-11-22T10:00:00Z"),
      isDayOnly: true,
    });
  });

  it("refuses the hour that spring skips, at the cell that tells it, and takes the first of autumn's two", () => {
    expect(read("29.3.2026 3:30")).toEqual({ ok: false, field: "occurredAt", reason: "timeSkipped" });
    expect(read("29.3.2026", "3:30")).toEqual({ ok: false, field: "time", reason: "timeSkipped" });
    expect(read("25.10.2026 3:30")).toMatchObject({ instant: new Date("2026-10-25T00:30:00Z") });
  });

  it("says which cell is wrong", () => {
    expect(read("eilen", "14:05")).toEqual({ ok: false, field: "occurredAt", reason: "notADate" });
    expect(read("20.11.2026", "iltapäivällä")).toEqual({ ok: false, field: "time", reason: "notATime" });
  });
});
