import { describe, expect, it } from "vitest";
import { makeItem, makeSection } from "./components/builder/edits";
import { listFormErrors, listFormWarnings } from "./publishing-rules";
import { READY_FORMS } from "./ready-forms/ready-forms";
import type { AuditFormDefinition, AuditFormItem, AuditItemKind } from "./schema";

const settings = { name: "Form", touchpointIds: [], encounterTypeIds: [] };
const written = (kind: AuditItemKind, changes: object = {}): AuditFormItem => {
  const item = makeItem(kind);
  const options =
    "options" in item
      ? { options: item.options.map((option, place) => ({ ...option, text: { fi: `Kohta ${place}` } })) }
      : {};
  return {
    ...item,
    ...options,
    text: { fi: "Teksti" },
    suggestion: { fi: "Ehdotus" },
    ...changes,
  } as AuditFormItem;
};
const form = (...items: AuditFormItem[]): AuditFormDefinition => ({
  intro: {},
  isCapped: true,
  sections: [{ ...makeSection(), title: { fi: "Osio" }, items }],
});
const errorsOf = (definition: AuditFormDefinition) =>
  listFormErrors({ definition, settings }, "fi").map(({ code, field }) => [code, field]);
const warningsOf = (definition: AuditFormDefinition, languages = ["fi"]) =>
  listFormWarnings({ definition, settings }, { language: "fi", languages }).map(({ code, field }) => [
    code,
    field,
  ]);
const itemPath = "definition.sections.0.items.0";

it("finds nothing wrong with a form of every kind of item", () => {
  const kinds = ["yes_no", "scale", "single_choice", "number", "duration", "text", "photo"] as const;
  const choice = written("multiple_choice");
  const definition = form(...kinds.map((kind) => written(kind)), choice);
  expect(errorsOf(definition)).toEqual([]);
  expect(warningsOf(definition)).toEqual([]);
});

describe.each(READY_FORMS)("the ready form $key", ({ build }) => {
  it("is fit to publish, in either language, with nothing to consider", () => {
    const draft = { definition: build({}), settings };
    expect(listFormErrors(draft, "fi")).toEqual([]);
    expect(listFormErrors(draft, "en")).toEqual([]);
    expect(listFormWarnings(draft, { language: "fi", languages: ["fi", "en"] })).toEqual([]);
  });
});

describe("a form is not published", () => {
  it("without sections, or with a section without items", () => {
    expect(errorsOf({ intro: {}, isCapped: true, sections: [] })).toEqual([["noSections", null]]);
    expect(errorsOf(form())).toEqual([["sectionEmpty", "definition.sections.0.items"]]);
  });

  it("with a section that has a weight and no score", () => {
    const at = "definition.sections.0.weight";
    expect(errorsOf(form(written("text")))).toEqual([["sectionUnscored", at]]);
    expect(errorsOf(form(written("yes_no", { weight: 0 })))).toEqual([["sectionUnscored", at]]);
    expect(errorsOf(form(written("yes_no", { about: "customer" })))).toEqual([["sectionUnscored", at]]);
    expect(errorsOf(form(written("yes_no", { isBonus: true })))).toEqual([
      ["sectionOnlyBonus", "definition.sections.0.items"],
    ]);
  });

  it("with nothing that counts in the total; a section without a weight may hold what is only recorded", () => {
    const recorded = {
      ...makeSection(),
      key: "notes",
      title: { fi: "Muuta" },
      weight: 0,
      items: [written("text")],
    };
    const scored = form(written("yes_no"));
    expect(errorsOf({ ...scored, sections: [...scored.sections, recorded] })).toEqual([]);
    expect(errorsOf({ ...scored, sections: [recorded] })).toEqual([
      ["sectionWeightsZero", "definition.sections.0.weight"],
    ]);
  });

  it("without texts in the main language, each said once per item", () => {
    const scale = makeItem("scale");
    const definition = form({ ...scale, text: { en: "Only English" } } as AuditFormItem);
    definition.sections[0] = { ...(definition.sections[0] as (typeof definition.sections)[0]), title: {} };
    expect(errorsOf(definition)).toEqual([
      ["sectionTitleMissing", "definition.sections.0.title.fi"],
      ["itemTextMissing", `${itemPath}.text.fi`],
      ["optionTextMissing", `${itemPath}.options.0.text.fi`],
    ]);
  });

  const options = (...rows: [text: string, points: number][]) => ({
    options: rows.map(([fi, points], place) => ({ key: `o${place}`, text: { fi }, points })),
  });

  it("with options that read the same", () => {
    expect(errorsOf(form(written("single_choice", options(["Kyllä", 1], ["Ei", 0], ["kyllä ", 0]))))).toEqual(
      [["duplicateOption", `${itemPath}.options.2.text.fi`]],
    );
  });

  it("with points of a scale that do not rise", () => {
    expect(errorsOf(form(written("scale", options(["a", 0], ["b", 2], ["c", 2]))))).toEqual([
      ["pointsNotRising", `${itemPath}.options.2.points`],
    ]);
    expect(errorsOf(form(written("single_choice", options(["a", 2], ["b", 2], ["c", 0]))))).toEqual([]);
  });

  it("with limits that do not rise, or anything after the open end", () => {
    const bands = (...limits: (number | null)[]) => ({
      bands: limits.map((atMost, place) => ({ atMost, points: place })),
    });
    expect(errorsOf(form(written("duration", bands(30, 60, null))))).toEqual([]);
    expect(errorsOf(form(written("duration", bands(60, 30, null))))).toEqual([
      ["limitsNotRising", `${itemPath}.bands.1.atMost`],
    ]);
    expect(errorsOf(form(written("number", bands(null, 5))))).toEqual([
      ["limitsNotRising", `${itemPath}.bands.1.atMost`],
    ]);
  });

  it("with a pass limit out of reach", () => {
    expect(errorsOf(form(written("scale", { passPoints: 5 })))).toEqual([
      ["passTooHigh", `${itemPath}.passPoints`],
    ]);
    expect(errorsOf(form(written("scale", { passPoints: 4 })))).toEqual([]);
  });

  it("with a critical item that can never fail", () => {
    const other = written("yes_no");
    expect(errorsOf(form(written("yes_no", { isCritical: true, passPoints: 0 }), other))).toEqual([
      ["criticalCannotFail", `${itemPath}.passPoints`],
    ]);
    expect(errorsOf(form(written("number", { isCritical: true }), other))).toEqual([
      ["criticalUnscored", `${itemPath}.isCritical`],
    ]);
    expect(errorsOf(form(written("yes_no", { isCritical: true, isBonus: true }), other))).toEqual([
      ["criticalBonus", `${itemPath}.isBonus`],
    ]);
  });

  it("with a key that is used twice", () => {
    const item = written("yes_no");
    expect(errorsOf(form(item, item))).toEqual([["duplicateKey", null]]);
  });
});

describe("a form may be published, but", () => {
  const scored = written("yes_no");
  it("an item that earns nothing or is never failed is worth a word", () => {
    const nothing = {
      options: [0, 0].map((points, place) => ({ key: `o${place}`, text: { fi: `${place}` }, points })),
    };
    expect(warningsOf(form(scored, written("single_choice", nothing)))).toEqual([
      ["earnsNothing", "definition.sections.0.items.1.options.0.points"],
    ]);
    expect(warningsOf(form(written("yes_no", { passPoints: 0 })))).toEqual([
      ["cannotFail", `${itemPath}.passPoints`],
    ]);
  });

  it("a critical item that may be left out, a comment that is always asked for, nothing to suggest", () => {
    expect(warningsOf(form(written("yes_no", { isCritical: true, isRequired: false })))).toEqual([
      ["criticalOptional", `${itemPath}.isRequired`],
    ]);
    expect(warningsOf(form(written("yes_no", { commentBelow: 2 })))).toEqual([
      ["commentAlways", `${itemPath}.commentBelow`],
    ]);
    expect(warningsOf(form(written("yes_no", { suggestion: {} })))).toEqual([
      ["noSuggestion", `${itemPath}.suggestion.fi`],
    ]);
  });

  it("more items than one remembers, and a language that lacks texts", () => {
    const many = Array.from({ length: 41 }, () => written("yes_no"));
    expect(warningsOf(form(...many))).toEqual([["tooManyItems", null]]);
    expect(
      listFormWarnings({ definition: form(scored), settings }, { language: "fi", languages: ["fi", "en"] }),
    ).toEqual([
      expect.objectContaining({
        code: "missingLanguage",
        field: "definition.sections.0.title.en",
        values: { language: "en", count: 3 },
      }),
    ]);
  });
});
