import { describe, expect, it } from "vitest";
import { AUDIT_ITEM_KINDS, type AuditFormDefinition, auditFormItem } from "../../schema";
import { copyItem, makeItem, makeSection, moveItemTo, putBackItem, stepItem, withItem } from "./edits";

const item = (key: string) => ({ ...makeItem("yes_no"), key });
const form: AuditFormDefinition = {
  intro: {},
  isCapped: true,
  sections: [
    { ...makeSection(), key: "one", items: [item("a"), item("b")] },
    { ...makeSection(), key: "two", items: [item("c")] },
  ],
};
const order = ({ sections }: AuditFormDefinition) =>
  sections.map(({ items }) => items.map(({ key }) => key).join("")).join("|");

describe("a new item", () => {
  it.each(AUDIT_ITEM_KINDS)("%s is fit to be saved", (kind) => {
    expect(auditFormItem.parse(makeItem(kind)).kind).toBe(kind);
  });

  it("copied from another shares no key with it", () => {
    const scale = makeItem("scale");
    const copy = copyItem(scale);
    const keysOf = (of: typeof scale) => [
      of.key,
      ...("options" in of ? of.options : []).map(({ key }) => key),
    ];
    expect(keysOf(copy).filter((key) => keysOf(scale).includes(key))).toEqual([]);
  });
});

describe("moving an item", () => {
  it.each([
    ["a", 1, "ba|c"],
    ["b", 1, "a|bc"],
    ["c", -1, "abc|"],
    ["a", -1, "ab|c"],
    ["c", 1, "ab|c"],
  ] as const)("%s by %i", (key, step, expected) => {
    expect(order(stepItem(key, step)(form))).toBe(expected);
  });

  it("into a section that is gone leaves it where it is", () => {
    expect(order(moveItemTo("a", "gone", "end")(form))).toBe("ab|c");
    expect(order(moveItemTo("a", "two", "end")(form))).toBe("b|ca");
  });
});

it("puts a removed item back once", () => {
  const twice = putBackItem("one", 0, item("x"))(putBackItem("one", 0, item("x"))(form));
  expect(order(twice)).toBe("xab|c");
});

it("changes an item by its key wherever it stands", () => {
  const changed = withItem("c", (found) => ({ ...found, isRequired: false }))(form);
  expect(changed.sections[1]?.items[0]?.isRequired).toBe(false);
  expect(changed.sections[0]).toEqual(form.sections[0]);
});
