import { describe, expect, it } from "vitest";
import { compareFrameworks, countChanges } from "./changes";
import type { EvaluationFrameworkDefinition, EvaluationItem } from "./schema";

const item = (key: string): EvaluationItem => ({
  key,
  text: { fi: key },
  selfText: {},
  behaviourId: null,
});
const before: EvaluationFrameworkDefinition = {
  intro: { fi: "Ohje" },
  scale: [{ label: { fi: "Harvoin" } }, { label: { fi: "Usein" } }],
  competencies: [
    { key: "one", name: { fi: "Yksi" }, description: {}, items: [item("a"), item("b"), item("c")] },
    { key: "two", name: { fi: "Kaksi" }, description: {}, items: [item("d")] },
  ],
  questions: [
    { key: "more", text: { fi: "Lisää?" }, selfText: {} },
    { key: "less", text: { fi: "Vähemmän?" }, selfText: {} },
  ],
};

/** The framework after an edit of a copy of it, compared with the framework. */
function compareAfter(edit: (copy: EvaluationFrameworkDefinition) => void) {
  const after = structuredClone(before);
  edit(after);
  const comparison = compareFrameworks(before, after);
  return { ...comparison, count: countChanges(comparison) };
}
const find = (comparison: ReturnType<typeof compareAfter>, key: string) =>
  comparison.competencies.flatMap(({ items }) => items).find((found) => found.key === key);

describe("two versions of a framework", () => {
  it("that are the same differ in nothing", () => {
    expect(compareAfter(() => {}).count).toBe(0);
  });

  it("differ in texts, each in its language, spaces around them aside", () => {
    const comparison = compareAfter((copy) => {
      copy.intro = { fi: " Ohje ", sv: "Anvisning" };
      const changed = copy.competencies[0]?.items[1];
      if (changed) changed.selfText = { fi: "Minä" };
    });
    expect(comparison.differences).toEqual([
      { kind: "text", part: "intro", number: null, language: "sv", before: "", after: "Anvisning" },
    ]);
    expect(find(comparison, "b")?.differences).toEqual([
      { kind: "text", part: "selfText", number: null, language: "fi", before: "", after: "Minä" },
    ]);
    expect(comparison.count).toBe(2);
  });

  it("differ in the scale by its places", () => {
    const longer = compareAfter((copy) => copy.scale.push({ label: { fi: "Aina" } }));
    expect(longer.differences).toEqual([{ kind: "pointAdded", number: 3, label: { fi: "Aina" } }]);
    const shorter = compareAfter((copy) => copy.scale.pop());
    expect(shorter.differences).toEqual([{ kind: "pointRemoved", number: 2, label: { fi: "Usein" } }]);
  });

  it("differ in the behaviour an item shows", () => {
    const comparison = compareAfter((copy) => {
      const changed = copy.competencies[0]?.items[0];
      if (changed) changed.behaviourId = "calm";
    });
    expect(find(comparison, "a")?.differences).toEqual([{ kind: "behaviour", before: null, after: "calm" }]);
  });

  it("tell an item that went to another competency from one that came and one that left", () => {
    const comparison = compareAfter((copy) => {
      const [one, two] = copy.competencies;
      const [moved] = one?.items.splice(0, 1) ?? [];
      if (moved) two?.items.push(moved);
      one?.items.push(item("new"));
      two?.items.shift();
    });
    expect(find(comparison, "a")).toMatchObject({
      state: "kept",
      moved: {
        from: { competency: { fi: "Yksi" }, number: 1 },
        to: { competency: { fi: "Kaksi" }, number: 1 },
      },
    });
    expect([find(comparison, "new")?.state, find(comparison, "d")?.state]).toEqual(["added", "removed"]);
    expect([find(comparison, "b")?.moved, find(comparison, "c")?.moved]).toEqual([null, null]);
    expect(comparison.count).toBe(3);
  });

  it("keep removed competencies, last, without what was moved out of them", () => {
    const comparison = compareAfter((copy) => {
      const [one] = copy.competencies.splice(0, 1);
      const kept = one?.items[2];
      if (kept) copy.competencies[0]?.items.push(kept);
    });
    expect(comparison.competencies.map(({ key, state }) => [key, state])).toEqual([
      ["two", "kept"],
      ["one", "removed"],
    ]);
    expect(comparison.competencies[1]?.items.map(({ key }) => key)).toEqual(["a", "b"]);
  });

  it("differ in the order of competencies and questions by what was moved alone", () => {
    const comparison = compareAfter((copy) => {
      copy.competencies.reverse();
      copy.questions.reverse();
    });
    expect(comparison.competencies.filter(({ moved }) => moved)).toHaveLength(1);
    expect(comparison.questions.filter(({ moved }) => moved)).toHaveLength(1);
    expect(comparison.count).toBe(2);
  });
});
