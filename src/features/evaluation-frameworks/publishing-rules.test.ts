import { describe, expect, it } from "vitest";
import { estimateSeconds, listFrameworkErrors, listFrameworkWarnings } from "./publishing-rules";
import type { Competency, EvaluationFrameworkDefinition, EvaluationItem } from "./schema";

const BEHAVIOUR = "00000000-0000-7000-8000-000000000001";
const item = (key: string, changes: Partial<EvaluationItem> = {}): EvaluationItem => ({
  key,
  text: { fi: `Tekee ${key}` },
  selfText: { fi: `Teen ${key}` },
  behaviourId: BEHAVIOUR,
  ...changes,
});
const competency = (key: string, items: EvaluationItem[]): Competency => ({
  key,
  name: { fi: key },
  description: {},
  items,
});
const framework = (changes: Partial<EvaluationFrameworkDefinition> = {}): EvaluationFrameworkDefinition => ({
  intro: {},
  scale: [{ label: { fi: "Harvoin" } }, { label: { fi: "Usein" } }],
  competencies: [competency("one", [item("a"), item("b")])],
  questions: [{ key: "more", text: { fi: "Mitä lisää?" }, selfText: {} }],
  ...changes,
});

const errorsOf = (changes: Partial<EvaluationFrameworkDefinition>) =>
  listFrameworkErrors(framework(changes), "fi").map(({ code, field }) => `${code} ${field}`);
const warningsOf = (
  changes: Partial<EvaluationFrameworkDefinition>,
  current: EvaluationFrameworkDefinition | null = null,
  languages = ["fi"],
) =>
  listFrameworkWarnings(framework(changes), { language: "fi", languages }, current).map(
    ({ code, field }) => `${code} ${field}`,
  );

it("finds nothing in a framework that is fit to publish", () => {
  expect([errorsOf({}), warningsOf({}, framework())]).toEqual([[], []]);
});

describe("what keeps a framework from being published", () => {
  it.each<[string, Partial<EvaluationFrameworkDefinition>, string]>([
    ["no competency", { competencies: [] }, "noCompetencies definition.competencies"],
    [
      "a competency without items",
      { competencies: [competency("one", [])] },
      "competencyEmpty definition.competencies.0.items",
    ],
    [
      "a competency without a name in the main language",
      { competencies: [{ ...competency("one", [item("a"), item("b")]), name: { en: "One" } }] },
      "competencyNameMissing definition.competencies.0.name.fi",
    ],
    [
      "an item of spaces",
      { competencies: [competency("one", [item("a"), item("b", { text: { fi: "  " } })])] },
      "itemTextMissing definition.competencies.0.items.1.text.fi",
    ],
    [
      "a question without a text",
      { questions: [{ key: "more", text: {}, selfText: { fi: "Mitä?" } }] },
      "questionTextMissing definition.questions.0.text.fi",
    ],
    [
      "a point without a label",
      { scale: [{ label: {} }, { label: { fi: "Usein" } }] },
      "labelMissing definition.scale.0.label.fi",
    ],
    [
      "two points that read the same, capitals aside",
      { scale: [{ label: { fi: "Usein" } }, { label: { fi: " usein " } }] },
      "duplicateLabel definition.scale.1.label.fi",
    ],
    [
      "an item's key used again by a question",
      { questions: [{ key: "a", text: { fi: "Mitä?" }, selfText: {} }] },
      "duplicateKey definition.questions.0",
    ],
    [
      "two competencies of one key",
      { competencies: [competency("one", [item("a")]), competency("one", [item("b")])] },
      "duplicateKey definition.competencies.1",
    ],
  ])("%s", (_, changes, expected) => {
    expect(errorsOf(changes)).toEqual([expected]);
  });
});

describe("what would be wiser otherwise", () => {
  it.each<[string, Partial<EvaluationFrameworkDefinition>, string]>([
    [
      "a competency of one item",
      { competencies: [competency("one", [item("a")])] },
      "oneItem definition.competencies.0.items",
    ],
    [
      "the same item twice",
      { competencies: [competency("one", [item("a"), item("b", { text: { fi: "tekee A" } })])] },
      "duplicateItem definition.competencies.0.items.1.text.fi",
    ],
    ["no open question", { questions: [] }, "noQuestions definition.questions"],
    [
      "an item without a wording about oneself",
      { competencies: [competency("one", [item("a"), item("b", { selfText: {} })])] },
      "noSelfText definition.competencies.0.items.1.selfText.fi",
    ],
    [
      "an item without a behaviour",
      { competencies: [competency("one", [item("a", { behaviourId: null }), item("b")])] },
      "noBehaviour definition.competencies.0.items.0.behaviourId",
    ],
  ])("%s", (_, changes, expected) => {
    expect(warningsOf(changes)).toEqual([expected]);
  });

  it("a scale of another length than that in use", () => {
    const scale = [...framework().scale, { label: { fi: "Aina" } }];
    expect(warningsOf({ scale }, framework())).toEqual(["scaleChanged definition.scale.0.label"]);
    expect(warningsOf({ scale }, framework({ scale }))).toEqual([]);
  });

  it("more than a quarter of an hour of items: 15 s an item, a minute a question", () => {
    const items = (count: number) => Array.from({ length: count }, (_, index) => item(`i${index}`));
    const competencies = (count: number) => [competency("one", items(count))];
    expect(estimateSeconds(framework({ competencies: competencies(56) }))).toBe(900);
    expect(warningsOf({ competencies: competencies(56) })).toEqual([]);
    expect(warningsOf({ competencies: competencies(57) })).toEqual(["tooLong definition"]);
  });

  it("texts missing in another language, counted, at the first of them", () => {
    expect(warningsOf({}, null, ["fi", "sv"])).toEqual(["missingLanguage definition.scale.0.label.sv"]);
    const [finding] = listFrameworkWarnings(framework(), { language: "fi", languages: ["fi", "sv"] }, null);
    // Two labels, the competency's name, two items with their wordings about oneself, the question.
    expect(finding?.values).toEqual({ language: "sv", count: 8 });
  });
});
