import { describe, expect, it } from "vitest";
import { compareForms, countChanges } from "./changes";
import { makeItem, makeSection } from "./components/builder/edits";
import type { AuditFormDefinition, AuditFormItem } from "./schema";

const scale = {
  ...makeItem("scale"),
  key: "listened",
  text: { fi: "Kuunteliko", en: "Listened" },
  options: [
    { key: "p0", text: { fi: "Ei" }, points: 0 },
    { key: "p1", text: { fi: "Kyllä" }, points: 1 },
  ],
} as Extract<AuditFormItem, { kind: "scale" }>;
const yesNo = (key: string): AuditFormItem => ({ ...makeItem("yes_no"), key, text: { fi: key } });
const timed = { ...makeItem("duration"), key: "timed", bands: [{ atMost: 30, points: 1 }] } as AuditFormItem;

const before: AuditFormDefinition = {
  intro: {},
  isCapped: true,
  sections: [
    { ...makeSection(), key: "one", title: { fi: "Yksi" }, items: [yesNo("a"), yesNo("b"), yesNo("c")] },
    { ...makeSection(), key: "two", title: { fi: "Kaksi" }, items: [scale, timed] },
  ],
};

/** The form after an edit of a copy of it, compared with the form. */
function edit(change: (form: AuditFormDefinition) => void) {
  const after = structuredClone(before);
  change(after);
  const comparison = compareForms(before, after);
  const item = (key: string) =>
    comparison.sections.flatMap(({ items }) => items).find((candidate) => candidate.key === key);
  return { comparison, count: countChanges(comparison), item };
}
const itemAt = (form: AuditFormDefinition, section: number, item: number) =>
  form.sections[section]?.items[item] as Extract<AuditFormItem, { kind: "scale" }>;

describe("compareForms", () => {
  it("finds nothing between a form and itself, whatever spaces were written around", () => {
    expect(edit(() => {}).count).toBe(0);
    expect(edit((form) => Object.assign(itemAt(form, 0, 0), { text: { fi: " a ", en: "" } })).count).toBe(0);
  });

  it("names wording, guidance and a translation that came", () => {
    const { item, count } = edit((form) => {
      Object.assign(itemAt(form, 1, 0), {
        text: { fi: "Kuunteliko loppuun", en: "Listened" },
        guidance: { en: "Listen yourself." },
      });
    });
    expect(count).toBe(2);
    expect(item("listened")?.differences).toEqual([
      {
        kind: "text",
        part: "text",
        number: null,
        language: "fi",
        before: "Kuunteliko",
        after: "Kuunteliko loppuun",
      },
      {
        kind: "text",
        part: "guidance",
        number: null,
        language: "en",
        before: "",
        after: "Listen yourself.",
      },
    ]);
  });

  it.each([
    ["weight", 1, 3],
    ["isCritical", false, true],
    ["isBonus", false, true],
    ["passPoints", null, 1],
    ["commentBelow", null, 1],
    ["behaviourId", null, "listening"],
    ["about", "employee", "customer"],
    ["isRequired", true, false],
    ["allowsNotApplicable", false, true],
  ])("names %s with what it was and is", (part, was, is) => {
    const { item, count } = edit((form) => Object.assign(itemAt(form, 1, 0), { [part]: is }));
    expect(count).toBe(1);
    expect(item("listened")?.differences).toEqual([{ kind: "value", part, before: was, after: is }]);
  });

  it("names points, and options that came, went and changed places", () => {
    const { item } = edit((form) => {
      const listened = itemAt(form, 1, 0);
      const [no, yes] = listened.options as [(typeof scale.options)[number], (typeof scale.options)[number]];
      listened.options = [{ ...yes, points: 3 }, { ...no }, { key: "p2", text: { fi: "Osin" }, points: 2 }];
    });
    expect(item("listened")?.differences).toEqual([
      { kind: "points", number: 1, option: { fi: "Kyllä" }, before: 1, after: 3 },
      { kind: "optionAdded", option: { fi: "Osin" }, points: 2 },
      { kind: "optionsReordered" },
    ]);
    const removed = edit((form) => {
      itemAt(form, 1, 0).options.shift();
    });
    expect(removed.item("listened")?.differences).toEqual([
      { kind: "optionRemoved", option: { fi: "Ei" }, points: 0 },
    ]);
  });

  it("names limits of a time taken", () => {
    const bands = [{ atMost: 60, points: 1 }];
    const { item } = edit((form) => Object.assign(itemAt(form, 1, 1), { bands }));
    expect(item("timed")?.differences).toEqual([
      { kind: "bands", before: [{ atMost: 30, points: 1 }], after: bands },
    ]);
  });

  it("says of a moved item from where to where, and nothing of those it passed", () => {
    const { item, count } = edit((form) => {
      form.sections[0]?.items.push(form.sections[0].items.shift() as AuditFormItem);
    });
    expect(count).toBe(1);
    expect(item("a")?.moved).toEqual({
      from: { section: { fi: "Yksi" }, number: 1 },
      to: { section: { fi: "Yksi" }, number: 3 },
    });
  });

  it("says of an item in another section that it moved, not that it went and came", () => {
    const { item, count } = edit((form) => {
      form.sections[1]?.items.push(form.sections[0]?.items.shift() as AuditFormItem);
    });
    expect(count).toBe(1);
    expect(item("a")).toMatchObject({
      state: "kept",
      moved: { from: { section: { fi: "Yksi" }, number: 1 }, to: { section: { fi: "Kaksi" }, number: 3 } },
    });
  });

  it("names what was added and removed, a section with its items", () => {
    const { comparison } = edit((form) => {
      form.sections[0]?.items.pop();
      form.sections[0]?.items.push(yesNo("d"));
      form.sections.pop();
    });
    expect(comparison.sections.map(({ key, state }) => [key, state])).toEqual([
      ["one", "kept"],
      ["two", "removed"],
    ]);
    expect(
      comparison.sections.flatMap(({ items }) => items.map(({ key, state }) => `${key} ${state}`)),
    ).toEqual(["a kept", "b kept", "d added", "c removed", "listened removed", "timed removed"]);
  });

  it("names a section's weight, title and place, and the cap", () => {
    const { comparison, count } = edit((form) => {
      form.sections.reverse();
      Object.assign(form.sections[0] as object, { weight: 2, title: { fi: "Toinen" } });
      form.isCapped = false;
    });
    expect(comparison.differences).toEqual([{ kind: "value", part: "isCapped", before: true, after: false }]);
    const changed = comparison.sections.find(({ key }) => key === "two");
    expect(changed?.differences.map((difference) => "part" in difference && difference.part)).toEqual([
      "title",
      "weight",
    ]);
    expect(comparison.sections.filter(({ moved }) => moved)).toHaveLength(1);
    expect(count).toBe(4);
  });
});
