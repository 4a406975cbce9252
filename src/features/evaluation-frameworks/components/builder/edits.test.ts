import { describe, expect, it } from "vitest";
import { competency, type EvaluationFrameworkDefinition, MOST_ITEMS, openQuestion } from "../../schema";
import { makeCompetency, makeItem, makeQuestion, moveItemTo, putBack, stepItem, withItem } from "./edits";

const item = (key: string) => ({ ...makeItem(), key });
const framework: EvaluationFrameworkDefinition = {
  intro: {},
  scale: [{ label: {} }, { label: {} }],
  competencies: [
    { ...makeCompetency(), key: "one", items: [item("a"), item("b")] },
    { ...makeCompetency(), key: "two", items: [item("c")] },
  ],
  questions: [],
};
const order = ({ competencies }: EvaluationFrameworkDefinition) =>
  competencies.map(({ items }) => items.map(({ key }) => key).join("")).join("|");

it("makes parts that are fit to be saved", () => {
  const made = { ...makeCompetency(), items: [makeItem()] };
  expect(competency.parse(made)).toEqual(made);
  expect(openQuestion.parse(makeQuestion()).text).toEqual({});
});

describe("moving an item", () => {
  it.each([
    ["a", 1, "ba|c"],
    ["b", 1, "a|bc"],
    ["c", -1, "abc|"],
    ["a", -1, "ab|c"],
    ["c", 1, "ab|c"],
  ] as const)("%s by %i", (key, step, expected) => {
    expect(order(stepItem(key, step)(framework))).toBe(expected);
  });

  it("into a competency that is gone or full leaves it where it is", () => {
    expect(order(moveItemTo("a", "gone", "end")(framework))).toBe("ab|c");
    expect(order(moveItemTo("a", "two", "end")(framework))).toBe("b|ca");
    const full = Array.from({ length: MOST_ITEMS }, (_, index) => item(`i${index}`));
    const crowded = {
      ...framework,
      competencies: framework.competencies.map((one) => (one.key === "two" ? { ...one, items: full } : one)),
    };
    expect(moveItemTo("a", "two", "end")(crowded)).toBe(crowded);
  });
});

it("puts back what was removed once, or at the end of a list that has become shorter", () => {
  const list = [item("a")];
  const once = putBack(list, 5, item("x"));
  expect(putBack(once, 0, item("x")).map(({ key }) => key)).toEqual(["a", "x"]);
});

it("changes an item by its key wherever it stands", () => {
  const changed = withItem("c", (found) => ({ ...found, text: { fi: "Uusi" } }))(framework);
  expect(changed.competencies[1]?.items[0]?.text).toEqual({ fi: "Uusi" });
  expect(changed.competencies[0]).toEqual(framework.competencies[0]);
});
