import { describe, expect, it } from "vitest";
import { type AuditAnswerValue, type AuditFormItem, NO_ANSWER } from "@/features/audit-forms/schema";
import { photoItem, scaleItem, yesNoItem } from "../../../tests/factories/audit-forms";
import type { VisitDetails } from "./entry-schema";
import {
  countVisitMinutes,
  dayIn,
  findVisitTimeProblems,
  isSameAnswer,
  mayNameEmployee,
  mergeVisit,
  normalizeAnswer,
} from "./rules";

const at = (time: string) => new Date(`2026-11-21T${time}Z`);

describe("how long a visit took", () => {
  it.each([
    ["12:00:00", "12:20:29", 20],
    ["12:00:00", "12:20:30", 21],
    ["12:00:00", "12:00:05", 1],
    ["12:00:00", "12:00:00", null],
    ["12:10:00", "12:00:00", null],
  ])("from %s to %s: %s minutes", (start, end, minutes) => {
    expect(countVisitMinutes(at(start), at(end))).toBe(minutes);
  });

  it("is not known while it lasts", () => {
    expect(countVisitMinutes(at("12:00:00"), null)).toBeNull();
    expect(countVisitMinutes(null, at("12:00:00"))).toBeNull();
  });
});

const base = yesNoItem("base");
const options = ["a", "b", "c"].map((key) => ({ key, text: { en: key }, points: 1 }));
const items = {
  yesNo: yesNoItem("yes-no"),
  scale: scaleItem("scale"),
  single: { ...base, kind: "single_choice", key: "single", options } as AuditFormItem,
  multiple: { ...base, kind: "multiple_choice", key: "multiple", options } as AuditFormItem,
  number: { ...base, kind: "number", key: "number", unit: {}, bands: [] } as AuditFormItem,
  duration: { ...base, kind: "duration", key: "duration", bands: [] } as AuditFormItem,
  text: { ...base, kind: "text", key: "text" } as AuditFormItem,
  photo: photoItem("photo"),
};
const everything: AuditAnswerValue = {
  isNotApplicable: false,
  number: 1,
  optionKeys: [],
  text: " Seen ",
  comment: " Well ",
};
const normalize = (kind: keyof typeof items, value: Partial<AuditAnswerValue>, photos = 0) =>
  normalizeAnswer(items[kind], { ...NO_ANSWER, ...value }, photos);

describe("normalizeAnswer", () => {
  it("keeps what the kind of item has, and the comment", () => {
    const kept = (kind: keyof typeof items, photos = 0) => normalizeAnswer(items[kind], everything, photos);
    const comment = "Well";
    expect(kept("yesNo")).toEqual({ ...NO_ANSWER, number: 1, comment });
    expect(kept("number")).toEqual({ ...NO_ANSWER, number: 1, comment });
    expect(kept("duration")).toEqual({ ...NO_ANSWER, number: 1, comment });
    expect(kept("text")).toEqual({ ...NO_ANSWER, text: "Seen", comment });
    expect(kept("scale")).toEqual({ ...NO_ANSWER, comment });
    expect(kept("multiple")).toEqual({ ...NO_ANSWER, comment });
    expect(kept("photo")).toEqual({ ...NO_ANSWER, comment });
    expect(kept("photo", 3)).toEqual({ ...NO_ANSWER, number: 3, comment });
  });

  it("puts chosen options in the form's order, each once", () => {
    expect(normalize("multiple", { optionKeys: ["c", "a", "c"] })?.optionKeys).toEqual(["a", "c"]);
    expect(normalize("single", { optionKeys: ["b"] })?.optionKeys).toEqual(["b"]);
  });

  it("tells nothing chosen from nothing said", () => {
    expect(normalize("multiple", { number: 0 })?.number).toBe(0);
    expect(normalize("multiple", { number: 0, optionKeys: ["a"] })?.number).toBeNull();
    expect(normalize("multiple", {})).toEqual(NO_ANSWER);
  });

  it("not applicable is nothing but that and the comment, where it is offered", () => {
    for (const item of Object.values(items)) {
      const said = { ...everything, isNotApplicable: true };
      expect(normalizeAnswer(item, said, 2)).toEqual({
        ...NO_ANSWER,
        isNotApplicable: true,
        comment: "Well",
      });
      expect(normalizeAnswer({ ...item, allowsNotApplicable: false }, said, 2)).toBeNull();
    }
  });

  it("refuses what the item does not have", () => {
    expect(normalize("yesNo", { number: 2 })).toBeNull();
    expect(normalize("duration", { number: 1.5 })).toBeNull();
    expect(normalize("scale", { optionKeys: ["a"] })).toBeNull();
    expect(normalize("single", { optionKeys: ["a", "b"] })).toBeNull();
    expect(normalize("multiple", { optionKeys: ["a", "d"] })).toBeNull();
  });

  it("stores what it has stored before as it is", () => {
    for (const item of Object.values(items)) {
      const once = normalizeAnswer(item, everything, 2);
      expect(once && normalizeAnswer(item, once, 2)).toEqual(once);
    }
  });
});

it("isSameAnswer takes a missing answer for an empty one", () => {
  expect(isSameAnswer(null, NO_ANSWER)).toBe(true);
  expect(isSameAnswer(null, { ...NO_ANSWER, comment: "x" })).toBe(false);
  expect(isSameAnswer({ ...NO_ANSWER, optionKeys: ["a"] }, { ...NO_ANSWER, optionKeys: ["b"] })).toBe(false);
});

it("mayNameEmployee goes by the organization's day of the visit", () => {
  const informed = new Date("2026-11-22");
  // 23:30 in London is the next day in Helsinki.
  const visit = new Date("2026-11-21T23:30:00Z");
  expect(mayNameEmployee(informed, dayIn(visit, "Europe/Helsinki"))).toBe(true);
  expect(mayNameEmployee(informed, dayIn(visit, "Europe/London"))).toBe(false);
  expect(mayNameEmployee(null, "2026-11-22")).toBe(false);
});

describe("mergeVisit", () => {
  const known: VisitDetails = { visitStartedAt: "1", visitEndedAt: "2", employeeId: null, summary: null };

  it("saves everything where the device does not say what it knew", () => {
    const wanted = { ...known, summary: "mine" };
    expect(mergeVisit({ ...known, summary: "theirs" }, wanted, null)).toEqual({
      visit: wanted,
      conflicts: [],
    });
  });

  it("joins changes of different fields, and shows those of the same", () => {
    const stored = { ...known, visitStartedAt: "0", summary: "theirs" };
    expect(mergeVisit(stored, { ...known, visitEndedAt: "3", summary: "mine" }, known)).toEqual({
      visit: { visitStartedAt: "0", visitEndedAt: "3", employeeId: null, summary: "theirs" },
      conflicts: ["summary"],
    });
  });

  it("takes the same change made twice for one, and a cleared field for a change", () => {
    const stored = { ...known, summary: "same" };
    expect(mergeVisit(stored, { ...known, summary: "same" }, known).conflicts).toEqual([]);
    expect(mergeVisit(stored, { ...known, summary: null }, stored).visit.summary).toBeNull();
  });
});

it("findVisitTimeProblems lets clocks run five minutes ahead, and says nothing of what is not given", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const at = (time: string | null) => (time ? new Date(`2026-11-22T${time}:00Z`) : null);
  const problems = (from: string | null, to: string | null) =>
    findVisitTimeProblems({ visitStartedAt: at(from), visitEndedAt: at(to) }, now);
  expect(problems(null, null)).toEqual({});
  expect(problems("11:50", "12:05")).toEqual({});
  expect(problems("11:50", "12:06")).toEqual({ visitEndedAt: "auditVisitInFuture" });
  expect(problems("11:50", "11:49")).toEqual({ visitEndedAt: "auditVisitEndsBeforeStart" });
  expect(problems("11:50", "11:50")).toEqual({});
});
