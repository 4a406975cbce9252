import { describe, expect, it, test } from "vitest";
import {
  findQuizFaults,
  isMailingHour,
  isWithinPeriod,
  judgeAssignment,
  judgeVisitDay,
  listWrongAnswers,
  type RotationVisit,
} from "./rules";
import { daysOfWindow, formatDays, windowOfDays } from "./windows";

const visit = (firstDay: string, lastDay: string, of: Partial<RotationVisit> = {}) => ({
  locationId: "shop",
  teamId: null as string | null,
  firstDay,
  lastDay,
  daysBetweenVisits: null,
  mostVisitsPerDay: null,
  ...of,
});
const nothing = { refusals: [], warnings: [] };

describe("the same consultant at a location", () => {
  const rested = (firstDay: string, lastDay: string) => visit(firstDay, lastDay, { daysBetweenVisits: 30 });

  it("may come back when every day of the window is n days away, before or after", () => {
    expect(
      judgeAssignment(rested("2026-12-01", "2026-12-10"), [visit("2026-11-01", "2026-11-01")], []),
    ).toEqual(nothing);
    expect(
      judgeAssignment(rested("2026-09-20", "2026-10-02"), [visit("2026-11-01", "2026-11-01")], []),
    ).toEqual(nothing);
  });

  it("is refused when no day is, and warned of the first that is when some are", () => {
    const made = visit("2026-11-10", "2026-11-10");
    expect(judgeAssignment(rested("2026-11-20", "2026-12-09"), [made], []).refusals).toEqual([
      { code: "tooSoonAtLocation", days: 30, otherDay: "2026-11-10", earliest: null },
    ]);
    expect(judgeAssignment(rested("2026-11-20", "2026-12-10"), [made], [])).toEqual({
      refusals: [],
      warnings: [{ code: "tooSoonAtLocation", days: 30, otherDay: "2026-11-10", earliest: "2026-12-10" }],
    });
  });

  it("is judged by the stricter of the two programmes, and elsewhere not at all", () => {
    const strict = visit("2026-11-10", "2026-11-10", { daysBetweenVisits: 60 });
    expect(judgeAssignment(rested("2026-12-20", "2026-12-20"), [strict], []).refusals).toHaveLength(1);
    const elsewhere = { ...strict, locationId: "other shop" };
    expect(judgeAssignment(rested("2026-12-20", "2026-12-20"), [elsewhere], [])).toEqual(nothing);
    expect(
      judgeAssignment(visit("2026-11-11", "2026-11-11"), [visit("2026-11-10", "2026-11-10")], []),
    ).toEqual(nothing);
  });

  it("is told on the day itself from when it may be", () => {
    const made = [visit("2026-11-10", "2026-11-10")];
    expect(judgeVisitDay(rested("2026-12-09", "2026-12-09"), made)).toEqual({
      code: "tooSoonAtLocation",
      days: 30,
      otherDay: "2026-11-10",
      earliest: "2026-12-10",
    });
    expect(judgeVisitDay(rested("2026-12-10", "2026-12-10"), made)).toBeNull();
  });
});

describe("visits in a day", () => {
  const two = (firstDay: string, lastDay: string, locationId: string) =>
    visit(firstDay, lastDay, { locationId, mostVisitsPerDay: 2 });
  const day = "2026-11-10";
  const full = [two(day, day, "a"), two(day, day, "b")];

  it("are refused when the day is full, warned of when another day of the window is not", () => {
    expect(judgeAssignment(two(day, day, "shop"), full, []).refusals).toEqual([
      { code: "tooManyInDay", most: 2, day },
    ]);
    expect(judgeAssignment(two(day, "2026-11-11", "shop"), full, [])).toEqual({
      refusals: [],
      warnings: [{ code: "tooManyInDay", most: 2, day }],
    });
    expect(judgeAssignment(two(day, day, "shop"), full.slice(1), [])).toEqual(nothing);
  });

  it("leave windows of several days out of the count until the day itself", () => {
    const open = two("2026-11-09", "2026-11-12", "c");
    expect(judgeAssignment(two(day, day, "shop"), [open, full[0] as RotationVisit], [])).toEqual(nothing);
    expect(judgeVisitDay(two(day, day, "shop"), full)).toEqual({ code: "tooManyInDay", most: 2, day });
  });

  it("obey the stricter programme of those visited that day", () => {
    const one = { ...two(day, day, "a"), mostVisitsPerDay: 1 };
    expect(judgeAssignment(two(day, day, "shop"), [one], []).refusals).toHaveLength(1);
    expect(judgeAssignment(visit(day, day), [visit(day, day, { locationId: "a" })], [])).toEqual(nothing);
  });
});

describe("a conflict of interest", () => {
  const of = (team: string | null) => ({ ...visit("2026-11-10", "2026-11-12"), teamId: team });
  const conflict = { reason: "Worked there", employee: null, locationId: "shop", teamId: null };
  const sister = { reason: "Sister", employee: "Aino", locationId: "shop", teamId: "floor" };

  it("refuses its location and no other", () => {
    expect(judgeAssignment(of(null), [], [conflict]).refusals).toEqual([
      { code: "conflictOfLocation", reason: "Worked there" },
    ]);
    expect(judgeAssignment(of(null), [], [{ ...conflict, locationId: "elsewhere" }])).toEqual(nothing);
  });

  it("refuses where the employee works, unless the visit is to another team", () => {
    const refusal = { code: "conflictOfEmployee", employee: "Aino", reason: "Sister" };
    expect(judgeAssignment(of(null), [], [sister]).refusals).toEqual([refusal]);
    expect(judgeAssignment(of("floor"), [], [sister]).refusals).toEqual([refusal]);
    expect(judgeAssignment(of("till"), [], [sister])).toEqual(nothing);
    expect(judgeAssignment(of("till"), [], [{ ...sister, teamId: null }]).refusals).toEqual([refusal]);
  });
});

describe("a quiz", () => {
  const option = (key: string, isRight = false) => ({ key, text: key, isRight });
  const question = (key: string) => ({ key, text: key, options: [option("a", true), option("b")] });

  it("is passed when every question is right, and when there is none", () => {
    const quiz = [question("one"), question("two")];
    expect(listWrongAnswers(quiz, { one: "a", two: "a" })).toEqual([]);
    expect(listWrongAnswers(quiz, { one: "b" })).toEqual(["one", "two"]);
    expect(listWrongAnswers([], {})).toEqual([]);
  });

  it("needs one right option for each question, and questions that differ", () => {
    const none = { ...question("two"), options: [option("a"), option("b")] };
    const same = { ...question("three"), options: [option("a", true), option("A")] };
    expect(findQuizFaults([question("one"), none, same, question("one")])).toEqual([
      { question: 1, fault: "oneRight" },
      { question: 2, fault: "sameTwice" },
      { question: 3, fault: "sameTwice" },
    ]);
  });
});

test("a window is whole days of the organization's zone, also when the clocks change", () => {
  const window = windowOfDays("2026-10-24", "2026-10-25", "Europe/Helsinki");
  // 25 hours on the second day (summer time ends): 3 h and then 2 h ahead of UTC.
  expect(window.windowStartsAt.toISOString()).toBe("2026-10-23T21:00:00.000Z");
  expect(window.windowEndsAt.toISOString()).toBe("2026-10-25T22:00:00.000Z");
  expect(daysOfWindow(window, "Europe/Helsinki")).toEqual({ firstDay: "2026-10-24", lastDay: "2026-10-25" });
  expect(formatDays("2026-10-24", "2026-10-25", "fi")).toBe("24.–25.10.2026");
});

test("a window lies within a period whose last day it may reach", () => {
  const period = { startsOn: "2026-11-01", endsOn: "2026-11-30" };
  expect(isWithinPeriod({ firstDay: "2026-11-01", lastDay: "2026-11-30" }, period)).toBe(true);
  expect(isWithinPeriod({ firstDay: "2026-11-29", lastDay: "2026-12-01" }, period)).toBe(false);
});

test("nobody is reminded at night, by the clock of the organization", () => {
  const at = (time: string, zone: string) => isMailingHour(new Date(`2026-11-22T${time}:00Z`), zone);
  // Helsinki is two hours ahead of UTC in winter.
  expect([at("05:59", "Europe/Helsinki"), at("06:00", "Europe/Helsinki")]).toEqual([false, true]);
  expect([at("17:59", "Europe/Helsinki"), at("18:00", "Europe/Helsinki")]).toEqual([true, false]);
  expect(at("06:00", "UTC")).toBe(false);
});
