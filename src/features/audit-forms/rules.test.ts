import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  scaleItem,
  smallFormDefinition,
  toAnswerValue,
  yesNoItem,
} from "../../../tests/factories/audit-forms";
import {
  isAnswered,
  isAnswerFailed,
  isScored,
  lacksComment,
  passPointsOf,
  possiblePointsOf,
  scoreForm,
  scoreItem,
} from "./rules";
import type { AuditFormItem } from "./schema";
import { NO_ANSWER } from "./schema";

type Scored = Extract<AuditFormItem, { weight: number }>;

const options = [1, 2, 0, 5].map((points, index) => ({ key: `o${index}`, text: {}, points }));
const { goodAnswer: _goodAnswer, ...base } = yesNoItem("base") as Extract<AuditFormItem, { kind: "yes_no" }>;
const single: AuditFormItem = { ...base, kind: "single_choice", options };
const multiple: AuditFormItem = { ...base, kind: "multiple_choice", options };
const duration: AuditFormItem = {
  ...base,
  kind: "duration",
  bands: [
    { atMost: 30, points: 2 },
    { atMost: 60, points: 1 },
  ],
};
const text: AuditFormItem = { ...base, kind: "text" };
const photo: AuditFormItem = { ...base, kind: "photo", mostPhotos: 3 };
const points = (item: AuditFormItem, short: Parameters<typeof toAnswerValue>[0]) =>
  scoreItem(item, toAnswerValue(short));

describe("scoreItem", () => {
  it("gives a yes/no its one point for the good answer, whichever that is", () => {
    expect(points(yesNoItem("q"), true)).toEqual({ earned: 1, possible: 1 });
    expect(points(yesNoItem("q"), false)).toEqual({ earned: 0, possible: 1 });
    const isBadYes = yesNoItem("q", { goodAnswer: "no" });
    expect(points(isBadYes, false)).toEqual({ earned: 1, possible: 1 });
    expect(points(isBadYes, true)).toEqual({ earned: 0, possible: 1 });
  });

  it("can earn the best of a single choice and the sum of a multiple one", () => {
    expect(points(single, "o1")).toEqual({ earned: 2, possible: 5 });
    expect(points(multiple, { optionKeys: ["o0", "o3"] })).toEqual({ earned: 6, possible: 8 });
    expect(points(multiple, { optionKeys: ["o0", "no-such-option"] })).toEqual({ earned: 1, possible: 8 });
  });

  it("takes the first band a number fits; above the last limit it earns nothing", () => {
    expect([0, 30, 31, 60, 61].map((seconds) => points(duration, seconds)?.earned)).toEqual([2, 2, 1, 1, 0]);
    const open = { ...duration, bands: [...duration.bands, { atMost: null, points: 1 }] } as AuditFormItem;
    expect(points(open, 3600)).toEqual({ earned: 1, possible: 2 });
  });

  it("scores nothing that is about the customer, weighs nothing or has no points", () => {
    const unscored: AuditFormItem[] = [
      yesNoItem("q", { about: "customer" }),
      yesNoItem("q", { weight: 0 }),
      { ...duration, bands: [] } as AuditFormItem,
      text,
      photo,
    ];
    for (const item of unscored) {
      expect(isScored(item)).toBe(false);
      expect(scoreItem(item, { ...NO_ANSWER, number: 1, text: "words" })).toBeNull();
      expect(isAnswerFailed(item, { ...NO_ANSWER, number: 0 })).toBe(false);
    }
  });

  it("is null without an answer, and for not applicable where the form allows it", () => {
    expect(scoreItem(single, NO_ANSWER)).toBeNull();
    const applicable = yesNoItem("q", { allowsNotApplicable: false });
    expect(points({ ...applicable, allowsNotApplicable: true }, null)).toBeNull();
    expect(isAnswered({ ...applicable, allowsNotApplicable: true }, toAnswerValue(null))).toBe(true);
    // Where the form does not allow it, "not applicable" is no answer at all.
    expect(isAnswered(applicable, toAnswerValue(null))).toBe(false);
  });
});

describe("isAnswered", () => {
  it("takes a comment alone for no answer", () => {
    for (const item of [yesNoItem("q"), scaleItem("q"), multiple, duration, text, photo]) {
      expect(isAnswered(item, undefined)).toBe(false);
      expect(isAnswered(item, { ...NO_ANSWER, comment: "Words" })).toBe(false);
    }
  });

  it("tells nothing chosen, said so, from nothing said", () => {
    expect(isAnswered(multiple, { ...NO_ANSWER, number: 0 })).toBe(true);
    expect(points(multiple, { number: 0 })).toEqual({ earned: 0, possible: 8 });
    expect(isAnswered(photo, { ...NO_ANSWER, number: 0 })).toBe(false);
    expect(isAnswered(yesNoItem("q"), { ...NO_ANSWER, number: 0 })).toBe(true);
  });
});

describe("failing", () => {
  it("passes at the pass points, which are all there is unless the form says less", () => {
    expect(passPointsOf(scaleItem("q"))).toBe(4);
    expect(isAnswerFailed(scaleItem("q"), toAnswerValue("p3"))).toBe(true);
    const lenient = scaleItem("q", { passPoints: 3 });
    expect(isAnswerFailed(lenient, toAnswerValue("p3"))).toBe(false);
    expect(isAnswerFailed(lenient, toAnswerValue("p2"))).toBe(true);
  });

  it("wants a comment below its limit only", () => {
    const item = scaleItem("q", { commentBelow: 2 });
    expect(lacksComment(item, toAnswerValue("p1"))).toBe(true);
    expect(lacksComment(item, { ...toAnswerValue("p1"), comment: "Why" })).toBe(false);
    expect(lacksComment(item, toAnswerValue("p2"))).toBe(false);
    expect(lacksComment(scaleItem("q"), toAnswerValue("p0"))).toBe(false);
  });
});

describe("scoreForm", () => {
  const definition = smallFormDefinition();
  const answersOf = (short: Record<string, Parameters<typeof toAnswerValue>[0]>) =>
    Object.fromEntries(Object.entries(short).map(([key, value]) => [key, toAnswerValue(value)]));

  it("counts what is answered so far, so that the score can be shown while it is entered", () => {
    expect(scoreForm(definition, {}).score).toBeNull();
    // Greeting 1 of 2, service not yet answered: the total is the greeting's.
    expect(scoreForm(definition, answersOf({ greeted: true, smiled: false }))).toEqual({
      score: 50,
      sections: [50, null],
      isFailed: false,
    });
    // Service (0 + 4) of (1 + 4) = 80 %, and the critical item failed: (50 + 80) ÷ 2.
    expect(
      scoreForm(definition, answersOf({ greeted: true, smiled: false, honest: false, listened: "p4" })),
    ).toEqual({ score: 65, sections: [50, 80], isFailed: true });
  });

  it("pays no heed to answers of items it does not have", () => {
    expect(scoreForm(definition, answersOf({ stranger: true })).score).toBeNull();
  });

  it("never earns more than is possible, whatever is answered", () => {
    const items: AuditFormItem[] = [yesNoItem("q"), scaleItem("q"), single, multiple, duration];
    const answer = fc.record({
      isNotApplicable: fc.boolean(),
      number: fc.option(fc.nat(200)),
      optionKeys: fc.uniqueArray(fc.constantFrom("o0", "o1", "o2", "o3", "p0", "p4"), { maxLength: 6 }),
      text: fc.constant(null),
      comment: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.constantFrom(...items), answer, (item, value) => {
        const scored = scoreItem(item, value);
        if (!scored) return;
        expect(scored.possible).toBe(possiblePointsOf(item as Scored));
        expect(scored.earned).toBeGreaterThanOrEqual(0);
        expect(scored.earned).toBeLessThanOrEqual(scored.possible);
      }),
    );
  });
});
