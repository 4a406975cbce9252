import { describe, expect, it } from "vitest";
import { type AuditFormSection, NO_ANSWER } from "@/features/audit-forms/schema";
import { photoItem, smallFormDefinition, yesNoItem } from "../../../../tests/factories/audit-forms";
import { countAnswered, countAnswers, listMissing, listSteps, placeProblems } from "./entry-steps";
import { NO_VISIT } from "./kept-entry";

const yes = { ...NO_ANSWER, number: 1 };
const now = new Date("2026-11-22T12:00:00Z");
const sections: AuditFormSection[] = [
  ...smallFormDefinition().sections,
  {
    key: "evidence",
    title: {},
    intro: {},
    weight: 1,
    items: [
      { ...photoItem("desk"), isRequired: true } as ReturnType<typeof photoItem>,
      yesNoItem("clean", { commentBelow: 1 }),
    ],
  },
  { key: "empty", title: {}, intro: {}, weight: 1, items: [] },
];
const file = {
  id: "f",
  itemKey: "desk",
  appealMessageId: null,
  contentType: "image/jpeg",
  width: 1,
  height: 1,
  bytes: 1,
};
const photo = { id: "p", itemKey: "desk", blob: new Blob(), refusal: null };

describe("steps", () => {
  it("are the visit, the sections with items, the review", () => {
    expect(listSteps(sections).map(({ id }) => id)).toEqual([
      "visit",
      "section-greeting",
      "section-service",
      "section-evidence",
      "review",
    ]);
  });

  it("count what is answered", () => {
    const section = sections[0] as AuditFormSection;
    expect(countAnswered(section, { greeted: yes })).toEqual({ answered: 1, total: 2 });
    expect(countAnswered(section, { greeted: { ...NO_ANSWER, comment: "only this" } })).toEqual({
      answered: 0,
      total: 2,
    });
  });
});

describe("photos", () => {
  it("count whether sent or not, but not when they were refused", () => {
    const count = (files: (typeof file)[], photos: { refusal: string | null }[]) =>
      countAnswers(sections, { answers: {}, files, photos: photos.map((one) => ({ ...photo, ...one })) }).desk
        ?.number;
    expect(count([], [])).toBeUndefined();
    expect(count([file], [{ refusal: null }])).toBe(2);
    expect(count([], [{ refusal: "no picture" }])).toBeUndefined();
  });
});

describe("what is missing", () => {
  const visit = {
    ...NO_VISIT,
    visitStartedAt: "2026-11-22T09:00:00.000Z",
    visitEndedAt: "2026-11-22T09:20:00.000Z",
  };
  const complete = {
    greeted: yes,
    smiled: yes,
    honest: yes,
    listened: { ...NO_ANSWER, optionKeys: ["p4"] },
    clean: yes,
    desk: { ...NO_ANSWER, number: 1 },
  };

  it("is nothing when all is there", () => {
    expect(listMissing(sections, complete, visit, { mustName: false, now })).toEqual([]);
  });

  it("is told in the order of the steps, each with the way there", () => {
    const { greeted, desk, ...rest } = complete;
    const answers = { ...rest, clean: { ...NO_ANSWER, number: 0 } };
    expect(listMissing(sections, answers, { ...visit, visitEndedAt: null }, { mustName: true, now })).toEqual(
      [
        { step: "visit", field: "visitEndedAt", error: "auditVisitTimeMissing" },
        { step: "visit", field: "employeeId", error: "required" },
        { step: "section-greeting", field: "greeted", error: "auditAnswerMissing" },
        { step: "section-evidence", field: "desk", error: "auditPhotoMissing" },
        { step: "section-evidence", field: "clean", error: "auditCommentMissing" },
      ],
    );
  });

  it("leaves out what no step is about", () => {
    expect(placeProblems(sections, { summary: "tooLong", auditId: "invalid" })).toEqual([
      { step: "review", field: "summary", error: "tooLong" },
    ]);
  });
});
