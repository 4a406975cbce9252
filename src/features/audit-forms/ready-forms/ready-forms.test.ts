import { describe, expect, it } from "vitest";
import { READY_BEHAVIOUR_KEYS } from "@/features/behaviours/ready-behaviours";
import type { LocalizedText } from "@/server/input";
import { listFormErrors, listFormWarnings } from "../publishing-rules";
import { isScored, scoreForm } from "../rules";
import { type AuditAnswerValue, type AuditFormItem, auditFormDefinition, NO_ANSWER } from "../schema";
import { findReadyForm, READY_FORMS } from "./ready-forms";

const behaviourIds = Object.fromEntries(
  READY_BEHAVIOUR_KEYS.map((key, index) => [key, `00000000-0000-7000-8000-0000000000${10 + index}`]),
);
const inBoth = (text: LocalizedText) => Boolean(text.fi) && Boolean(text.en);

/** The answer that earns the most (or the least) of an item. */
function answerOf(item: AuditFormItem, isBest: boolean): AuditAnswerValue {
  switch (item.kind) {
    case "yes_no":
      return { ...NO_ANSWER, number: (item.goodAnswer === "yes") === isBest ? 1 : 0 };
    case "multiple_choice":
      return isBest
        ? { ...NO_ANSWER, optionKeys: item.options.map((option) => option.key) }
        : { ...NO_ANSWER, number: 0 };
    case "scale":
    case "single_choice": {
      const sorted = [...item.options].sort((a, b) => a.points - b.points);
      return { ...NO_ANSWER, optionKeys: [(isBest ? sorted.at(-1) : sorted[0])?.key ?? ""] };
    }
    case "number":
    case "duration": {
      let from = 0;
      const bands = item.bands.map(({ atMost, points }) => {
        const number = from;
        from = (atMost ?? from) + 1;
        return { number, points };
      });
      bands.sort((a, b) => a.points - b.points);
      return { ...NO_ANSWER, number: (isBest ? bands.at(-1) : bands[0])?.number ?? 0 };
    }
    default:
      return { ...NO_ANSWER, number: 1, text: "…" };
  }
}

describe.each(READY_FORMS)("ready form $key", (form) => {
  const definition = form.build(behaviourIds);
  const items = definition.sections.flatMap((section) => section.items);

  it("is a form, found by its key", () => {
    expect(auditFormDefinition.parse(definition)).toEqual(definition);
    expect(findReadyForm(form.key)).toBe(form);
  });

  it("has every text in Finnish and English", () => {
    expect([form.name, form.purpose, definition.intro].every(inBoth)).toBe(true);
    for (const section of definition.sections)
      expect(inBoth(section.title) && inBoth(section.intro)).toBe(true);
    for (const item of items) {
      expect({ key: item.key, text: inBoth(item.text), guidance: inBoth(item.guidance) }).toEqual({
        key: item.key,
        text: true,
        guidance: true,
      });
      for (const option of "options" in item ? item.options : []) expect(inBoth(option.text)).toBe(true);
      if (item.kind === "number") expect(inBoth(item.unit)).toBe(true);
    }
  });

  it("says for every scored item what good and bad look like and what to do", () => {
    for (const item of items.filter(isScored)) {
      const { goodExample, badExample, suggestion } = item;
      expect([item.key, ...[goodExample, badExample, suggestion].map(inBoth)]).toEqual([
        item.key,
        true,
        true,
        true,
      ]);
    }
  });

  it("has items enough, each with a key of its own", () => {
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
    expect(items.length).toBeGreaterThanOrEqual(10);
    expect(items.length).toBeLessThanOrEqual(25);
  });

  it("gives the best answers all points and the worst none", () => {
    const scoreOf = (isBest: boolean) =>
      scoreForm(definition, Object.fromEntries(items.map((item) => [item.key, answerOf(item, isBest)])));
    expect(scoreOf(true)).toMatchObject({ score: 100, isFailed: false });
    expect(scoreOf(false)).toMatchObject({
      score: 0,
      isFailed: items.some((i) => isScored(i) && i.isCritical),
    });
  });

  it("can be published as it is, in either language, without a finding", () => {
    const draft = { definition, settings: { name: "Form", touchpointIds: [], encounterTypeIds: [] } };
    for (const language of ["fi", "en"]) {
      expect(listFormErrors(draft, language)).toEqual([]);
      expect(listFormWarnings(draft, { language, languages: ["fi", "en"] })).toEqual([]);
    }
  });

  it("points to the service standard wherever a person's conduct is scored", () => {
    const withoutBehaviour = items.filter((item) => isScored(item) && item.behaviourId === null);
    // The entrance of a shop is nobody's conduct.
    expect(withoutBehaviour.map((item) => item.key)).toEqual(form.key === "store-visit" ? ["entrance"] : []);
  });

  it("leaves out behaviours the organization does not have", () => {
    expect(form.behaviourKeys.length).toBeGreaterThan(0);
    expect(
      form.build({}).sections.flatMap((section) => section.items.map((item) => item.behaviourId)),
    ).toEqual(items.map(() => null));
  });
});
