import { describe, expect, it } from "vitest";
import { READY_BEHAVIOUR_KEYS } from "@/features/behaviours/ready-behaviours";
import { listFrameworkTexts } from "../framework-texts";
import { estimateSeconds, listFrameworkErrors, listFrameworkWarnings } from "../publishing-rules";
import { evaluationFrameworkDefinition } from "../schema";
import { findReadyFramework, READY_FRAMEWORKS } from "./ready-frameworks";

const behaviourIds = Object.fromEntries(
  READY_BEHAVIOUR_KEYS.map((key, index) => [key, `00000000-0000-7000-8000-0000000000${10 + index}`]),
);
const LANGUAGES = ["fi", "sv", "en"] as const;

describe.each(READY_FRAMEWORKS)("ready framework $key", (framework) => {
  const definition = framework.build(behaviourIds);

  it("is a framework, found by its key", () => {
    expect(evaluationFrameworkDefinition.parse(definition)).toEqual(definition);
    expect(findReadyFramework(framework.key)).toBe(framework);
  });

  it("has every text, those about oneself too, in every language", () => {
    const texts = [
      framework.name,
      framework.purpose,
      ...listFrameworkTexts(definition).map(({ text }) => text),
    ];
    const missing = texts.filter((text) => LANGUAGES.some((language) => !text[language]?.trim()));
    expect(missing).toEqual([]);
  });

  it("can be published as it is in any main language, with nothing to remark", () => {
    for (const language of LANGUAGES) {
      expect(listFrameworkErrors(definition, language)).toEqual([]);
      expect(listFrameworkWarnings(definition, { language, languages: [...LANGUAGES] }, null)).toEqual([]);
    }
  });

  it("has three or four items of a behaviour for each competency, and is answered within a quarter of an hour", () => {
    for (const { items } of definition.competencies) {
      expect([3, 4]).toContain(items.length);
      expect(items.filter(({ behaviourId }) => behaviourId === null)).toEqual([]);
    }
    expect(estimateSeconds(definition)).toBeLessThanOrEqual(15 * 60);
  });
});

it("covers the responsibility for an encounter from presence to following through", () => {
  const [first] = READY_FRAMEWORKS;
  const definition = first?.build({});
  expect(definition?.competencies.map(({ key }) => key)).toEqual([
    "presence",
    "listening",
    "empathy",
    "clarity",
    "problem-solving",
    "self-regulation",
    "following-through",
  ]);
  expect([definition?.scale.length, definition?.questions.length]).toEqual([5, 3]);
});
