import { describe, expect, it } from "vitest";
import { NO_ANSWER } from "@/features/audit-forms/schema";
import { photoItem, scaleItem, yesNoItem } from "../../../../tests/factories/audit-forms";
import { daysAfter, endOfDay, fitAnswer, hidesAuditor, isReviewer, publishedDeadlines } from "./rules";

const ZONE = "Europe/Helsinki";
const owner = { memberId: "o", role: "owner" as const, locationIds: null };
const manager = { memberId: "m", role: "manager" as const, locationIds: null };
const local = { memberId: "l", role: "manager" as const, locationIds: ["here"] };
const employee = { memberId: "e", role: "employee" as const, locationIds: null };
const consultant = { memberId: "c", role: "consultant" as const, locationIds: null };

describe("days of deadlines", () => {
  it("keep the time of day when clocks are moved", () => {
    // Clocks go forward on 28 March 2027: 14:05 in Helsinki is 12:05 UTC before and 11:05 UTC after.
    const published = new Date("2027-03-20T12:05:00Z");
    expect(daysAfter(published, 14, ZONE).toISOString()).toBe("2027-04-03T11:05:00.000Z");
    expect(publishedDeadlines(published, { firstLook: 0, appeal: 3 }, ZONE)).toEqual({
      othersFrom: published,
      appealUntil: new Date("2027-03-23T12:05:00Z"),
    });
  });

  it("end with the last millisecond of the day, on days of 23 and 25 hours too", () => {
    expect(endOfDay("2026-12-06", ZONE).toISOString()).toBe("2026-12-06T21:59:59.999Z");
    expect(endOfDay("2027-03-28", ZONE).toISOString()).toBe("2027-03-28T20:59:59.999Z");
    expect(endOfDay("2026-10-25", ZONE).toISOString()).toBe("2026-10-25T21:59:59.999Z");
  });
});

describe("who reviews", () => {
  it("is an owner or a manager of the whole organization", () => {
    expect([owner, manager, local, employee, consultant].map(isReviewer)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("knows who made a mystery visit; the location does not, unless it was an open observation", () => {
    const mystery = { kind: "mystery" as const, auditorMemberId: "c" };
    const hidden = [owner, manager, local, employee, consultant].map((actor) => hidesAuditor(mystery, actor));
    expect(hidden).toEqual([false, false, true, true, false]);
    expect(hidesAuditor({ ...mystery, kind: "observation" }, employee)).toBe(false);
  });
});

describe("a corrected answer", () => {
  it("is one to its item, with what its kind holds", () => {
    const stray = { ...NO_ANSWER, number: 1, optionKeys: ["p1"], text: "x", comment: " why " };
    expect(fitAnswer(yesNoItem("a"), stray)).toEqual({ ...NO_ANSWER, number: 1, comment: "why" });
    expect(fitAnswer(scaleItem("a"), stray)).toEqual({ ...NO_ANSWER, optionKeys: ["p1"], comment: "why" });
    expect(fitAnswer(scaleItem("a"), { ...NO_ANSWER, optionKeys: ["p9"] })).toBeNull();
    expect(fitAnswer(scaleItem("a"), NO_ANSWER)).toBeNull();
  });

  it("says that an item does not apply only where that is offered, and is never a photo's", () => {
    const away = { ...NO_ANSWER, isNotApplicable: true };
    expect(fitAnswer(yesNoItem("a"), away)).toEqual(away);
    expect(fitAnswer(yesNoItem("a", { allowsNotApplicable: false }), away)).toBeNull();
    expect(fitAnswer(photoItem("a"), { ...NO_ANSWER, number: 3 })).toBeNull();
  });
});
