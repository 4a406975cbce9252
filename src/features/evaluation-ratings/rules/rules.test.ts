import { describe, expect, it, test } from "vitest";
import { smallFrameworkDefinition } from "../../../../tests/factories/evaluations";
import type { CyclePromise, RatedSubject } from "../schema";
import { estimateMinutes, isUntouched, listMissing, readAnswers } from "./answers";
import { describeAudience } from "./audience";
import { writtenLanguages } from "./languages";
import { decideRatingStep, listSteps, resumeAt, stepBeside } from "./rating-step";
import { wordFor } from "./wording";

const definition = smallFrameworkDefinition();
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const all = { p1: 1, p2: null, c1: 5, c2: 3 };

describe("a form of answers", () => {
  it("gives points, cannot say, and texts; an empty text is one taken away", () => {
    expect(readAnswers(definition, form({ "a.p1": "5", "a.p2": "x", "t.more": "  " }))).toEqual({
      points: { p1: 5, p2: null },
      texts: { more: null },
      cut: [],
    });
  });
  it.each(["", "0", "6", "-1", "1.5", "1e0", "٣", "X", "null"])("ignores the point %j", (value) => {
    expect(readAnswers(definition, form({ "a.p1": value })).points).toEqual({});
  });
  it("ignores what the framework does not ask, and names of JavaScript's own", () => {
    const sent = readAnswers(definition, form({ "a.zz": "1", "t.p1": "words", "a.constructor": "1" }));
    expect(sent).toEqual({ points: {}, texts: {}, cut: [] });
  });
  it("is complete when every item is answered, by a point or cannot say", () => {
    expect(listMissing(definition, { points: {} }).map(({ key }) => key)).toEqual(["p1", "p2", "c1", "c2"]);
    expect(listMissing(definition, { points: all })).toEqual([]);
    expect(isUntouched({ points: {}, texts: {} })).toBe(true);
    expect(isUntouched({ points: { p1: null }, texts: {} })).toBe(false);
  });
});

test("the time it takes is rounded up to fives", () => {
  expect(estimateMinutes(definition)).toBe(5);
  const [competency] = definition.competencies;
  const seven = Array.from({ length: 7 }, () => ({
    ...competency,
    items: [1, 2, 3, 4].map(() => competency?.items[0]),
  }));
  expect(estimateMinutes({ ...definition, competencies: seven as typeof definition.competencies })).toBe(10);
});

describe("the step", () => {
  test("goes through competencies, words and the check", () => {
    expect(listSteps(definition)).toEqual(["1", "2", "words", "check"]);
    expect(listSteps({ ...definition, questions: [] })).toEqual(["1", "2", "check"]);
    const empty = { key: "empty", name: {}, description: {}, items: [] };
    expect(listSteps({ ...definition, competencies: [empty] })).toEqual(["words", "check"]);
  });
  test.each([
    [{}, {}, null, "start"],
    [{}, {}, "2", "2"],
    [{}, {}, "9", "start"],
    [{ p1: 1 }, {}, null, "1"],
    [{ p1: 1, p2: null }, {}, null, "2"],
    [{ p1: 1, p2: null }, {}, "start", "start"],
    [all, {}, null, "words"],
    [all, { more: "Listen" }, null, "check"],
    [{}, { more: "Listen" }, null, "1"],
    [all, {}, "decline", "decline"],
  ])("with points %j, texts %j and %j asked for is %j", (points, texts, requested, step) => {
    expect(decideRatingStep(definition, { points, texts }, requested)).toBe(step);
  });
  test("of a framework of no items and no questions is the check", () => {
    expect(resumeAt({ ...definition, competencies: [], questions: [] }, { points: {}, texts: {} })).toBe(
      "check",
    );
  });
  test("beside another one", () => {
    expect(stepBeside(definition, "1", "back")).toBe("start");
    expect(stepBeside(definition, "1", "next")).toBe("2");
    expect(stepBeside(definition, "check", "back")).toBe("words");
    expect(stepBeside(definition, "check", "next")).toBe("check");
  });
});

describe("who will see what", () => {
  const promise: CyclePromise = {
    anonymityK: 4,
    commentK: 5,
    managersSee: true,
    ownersSee: true,
    subjectSeesAfterDays: 0,
  };
  const employee: RatedSubject = { kind: "employee", name: "Aino", managerName: "Eila" };
  const readers = (
    changes: Partial<CyclePromise>,
    subject: Partial<RatedSubject> = {},
    group = "peer" as const,
  ) => describeAudience({ ...promise, ...changes }, { ...employee, ...subject }, group).readers;

  it("names every reader and nobody else", () => {
    expect(readers({})).toEqual(["subject", "manager", "owners"]);
    expect(readers({ managersSee: false, ownersSee: false, subjectSeesAfterDays: 1 })).toEqual([
      "subjectAfterDay",
    ]);
    expect(readers({ subjectSeesAfterDays: 7 })).toEqual(["subjectAfterDays", "manager", "owners"]);
    expect(readers({ ownersSee: false }, { managerName: null })).toEqual(["subject"]);
    expect(readers({ managersSee: false, ownersSee: false }, { kind: "team" })).toEqual([]);
  });
  it("tells the subject of a manager who can still be named", () => {
    const own = describeAudience(
      { ...promise, ownersSee: false },
      { ...employee, managerName: null },
      "self",
    );
    expect(own.readers).toEqual(["subjectSelf", "futureManager"]);
    // Or who can still be exchanged: those who are asked first hear of it, the others are asked when that is over.
    expect(describeAudience(promise, employee, "self").readers).toContain("managerForNow");
    expect(describeAudience(promise, employee, "manager").readers).toContain("managerForNow");
    expect(describeAudience(promise, employee, "peer").readers).not.toContain("managerForNow");
  });
  it("promises anonymity to all but oneself and the manager, with the cycle's thresholds", () => {
    for (const group of ["peer", "report", "customer", "member"] as const) {
      expect(describeAudience(promise, employee, group)).toMatchObject({
        k: 4,
        commentK: 5,
        distributionFrom: 6,
      });
      expect(describeAudience(promise, employee, group).statements).toContain("anonymous");
      expect(describeAudience(promise, employee, group).statements).toContain("unanimous");
    }
    expect(describeAudience(promise, employee, "manager").statements).not.toContain("anonymous");
    expect(describeAudience(promise, employee, "self").statements[0]).toBe("ofSelf");
  });
});

describe("wording", () => {
  const item = { text: { fi: "Kuuntelee", en: "Listens" }, selfText: { fi: "Kuuntelen" } };
  test.each([
    ["peer", "fi", "Kuuntelee"],
    ["self", "fi", "Kuuntelen"],
    ["self", "en", "Listens"],
    ["self", "sv", "Kuuntelen"],
    ["member", "sv", "Kuuntelee"],
  ] as const)("for %s in %s: %s", (group, language, text) => {
    expect(wordFor(item, group, language, "fi")).toBe(text);
  });
  it("is empty without any text", () => {
    expect(wordFor({ text: {}, selfText: {} }, "self", "fi", "fi")).toBe("");
  });
});

test("languages are those in which everything is written", () => {
  const inAll = (text: string) => ({ fi: text, en: text, sv: text });
  expect(writtenLanguages({ ...definition, questions: [] }, "sv")).toEqual(["fi", "en"]);
  expect(writtenLanguages({ ...definition, scale: [{ label: inAll("1") }, { label: {} }] }, "sv")).toEqual([
    "sv",
  ]);
});
