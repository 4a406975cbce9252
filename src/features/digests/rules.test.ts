import { describe, expect, test } from "vitest";
import {
  chooseComments,
  chooseMainMetric,
  findDueWeek,
  getsDigest,
  isStale,
  judgeWeek,
  lastWeek,
  shortenText,
  trendPeriod,
} from "./rules";

const HELSINKI = "Europe/Helsinki";
const at = (iso: string) => new Date(iso);

describe("the week of a digest", () => {
  // 16 November 2026 is a Monday; Helsinki is two hours ahead of UTC then.
  test.each([
    ["2026-11-16T02:59:00Z", HELSINKI, null],
    ["2026-11-16T03:00:00Z", HELSINKI, "2026-11-09"],
    ["2026-11-17T21:59:00Z", HELSINKI, "2026-11-09"],
    ["2026-11-17T22:00:00Z", HELSINKI, null],
    ["2026-11-15T12:00:00Z", HELSINKI, null],
    // The same instant is Monday morning in Auckland and Sunday afternoon in New York.
    ["2026-11-15T16:00:00Z", "Pacific/Auckland", "2026-11-09"],
    ["2026-11-15T16:00:00Z", "America/New_York", null],
    ["2026-11-16T10:00:00Z", "America/New_York", "2026-11-09"],
    // Half an hour off: five in the morning in Kolkata is 23:30 UTC on Sunday.
    ["2026-11-15T23:29:00Z", "Asia/Kolkata", null],
    ["2026-11-15T23:30:00Z", "Asia/Kolkata", "2026-11-09"],
  ])("due at %s in %s: %s", (now, zone, firstDay) => {
    expect(findDueWeek(at(now), zone)?.firstDay ?? null).toBe(firstDay);
  });

  test("each zone's week is due at some full hour plus seven minutes, at which the worker looks", () => {
    for (const zone of [
      "Europe/Helsinki",
      "Asia/Kathmandu",
      "Pacific/Chatham",
      "America/St_Johns",
      "Pacific/Apia",
    ]) {
      const looks = Array.from({ length: 168 }, (_, hour) => new Date(Date.UTC(2026, 10, 14, hour, 7)));
      const weeks = new Set(looks.flatMap((now) => findDueWeek(now, zone)?.firstDay ?? []));
      expect([...weeks], zone).toEqual(["2026-11-09"]);
    }
  });

  test("has 169 hours when clocks go back and 167 when they go forward", () => {
    const hours = (now: string) => {
      const { firstDay, from, to } = lastWeek(at(now), HELSINKI);
      return [firstDay, (to.getTime() - from.getTime()) / 3600_000];
    };
    expect(hours("2026-10-26T05:00:00Z")).toEqual(["2026-10-19", 169]);
    expect(hours("2026-03-30T05:00:00Z")).toEqual(["2026-03-23", 167]);
  });

  test("crosses the turn of the year", () => {
    expect(lastWeek(at("2027-01-04T06:00:00Z"), HELSINKI)).toMatchObject({
      firstDay: "2026-12-28",
      dayAfter: "2027-01-04",
    });
  });

  test("ends thirteen weeks of trend", () => {
    expect(trendPeriod(lastWeek(at("2026-11-16T05:00:00Z"), HELSINKI), HELSINKI)).toMatchObject({
      firstDay: "2026-08-17",
      dayAfter: "2026-11-16",
    });
  });

  test("is old news three days after it was planned", () => {
    const plannedAt = at("2026-11-16T03:07:00Z");
    expect(isStale(plannedAt, at("2026-11-19T03:06:59Z"))).toBe(false);
    expect(isStale(plannedAt, at("2026-11-19T03:07:00Z"))).toBe(true);
  });
});

test("owners and managers who want it get the digest", () => {
  const reader = { role: "manager", wantsDigest: true, archivedAt: null } as const;
  expect(getsDigest(reader)).toBe(true);
  expect(getsDigest({ ...reader, role: "owner" })).toBe(true);
  expect(getsDigest({ ...reader, role: "employee" })).toBe(false);
  expect(getsDigest({ ...reader, role: "consultant" })).toBe(false);
  expect(getsDigest({ ...reader, wantsDigest: false })).toBe(false);
  expect(getsDigest({ ...reader, archivedAt: at("2026-11-01T00:00:00Z") })).toBe(false);
});

test("a verdict never says normal beside a signal, nor changed on too few answers", () => {
  const facts = { figure: { n: 100 }, isTooFew: false, direction: "none", hasSignal: false } as const;
  expect(judgeWeek(facts)).toBe("normal");
  expect(judgeWeek({ ...facts, hasSignal: true })).toBe("signal");
  expect(judgeWeek({ ...facts, hasSignal: true, direction: "down" })).toBe("down");
  expect(judgeWeek({ ...facts, isTooFew: true, direction: "up" })).toBe("tooFew");
  expect(judgeWeek({ ...facts, figure: { n: 0 }, isTooFew: true })).toBe("none");
});

test("the main metric is the quarter's, as long as somebody answered it this week", () => {
  expect(chooseMainMetric(["nps", "csat"], ["csat", "nps"])).toBe("nps");
  expect(chooseMainMetric(["nps", "csat"], ["csat"])).toBe("csat");
  expect(chooseMainMetric(["nps", "csat"], [])).toBe("nps");
  expect(chooseMainMetric(["nps"], ["ces"])).toBe("ces");
});

describe("comments worth reading", () => {
  const comment = (text: string, touchpointId = "desk") => ({ text, touchpointId });
  const long = (name: string, touchpointId?: string) => comment(`${name} waited far too long`, touchpointId);

  test("are the latest two low ones of different touchpoints and the latest high one", () => {
    const low = [long("A"), long("B"), long("C", "phone")];
    const high = [comment("ok"), comment("Friendly and quick as always")];
    expect(chooseComments(low, high)).toEqual([low[0], low[2], high[1]]);
  });

  test("of one touchpoint are the latest two; short ones stand in when there is nothing else", () => {
    const low = [long("A"), comment("No."), long("B"), long("C")];
    expect(chooseComments(low, [])).toEqual([low[0], low[2]]);
    expect(chooseComments([comment("No."), comment("Slow 🙁")], [comment("👍")])).toHaveLength(3);
    expect(chooseComments([], [])).toEqual([]);
  });
});

describe("a shortened text", () => {
  test.each([
    ["short enough", 12, "short enough"],
    ["cut between the words", 14, "cut between…"],
    ["cut between the words", 12, "cut between…"],
    ["no comma, at the end", 11, "no comma…"],
    ["Lentokonesuihkuturbiini", 10, "Lentokone…"],
    ["  spaces around  ", 20, "spaces around"],
    ["👩‍👩‍👧‍👦 👍🏽 ok", 6, "👩‍👩‍👧‍👦 👍🏽 ok"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦…"],
  ])("%j at %i: %j", (text, limit, expected) => {
    expect(shortenText(text, limit)).toBe(expected);
  });
});
