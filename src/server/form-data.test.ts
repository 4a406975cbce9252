import { expect, test } from "vitest";
import { formDataToObject } from "./form-data";

function read(...fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return formDataToObject(form);
}

test("names with brackets gather their values, of others the last counts, React's own are dropped", () => {
  const object = read(["a[]", "1"], ["b", "1"], ["$ACTION_ID_x", ""], ["a[]", "2"], ["b", "2"]);
  expect({ ...object }).toEqual({ a: ["1", "2"], b: "2" });
});

test("names that objects are born with are fields like any other", () => {
  const object = read(["constructor[]", "1"], ["__proto__[]", "2"], ["toString", "3"]);
  expect(Object.entries(object)).toEqual([
    ["constructor", ["1"]],
    ["__proto__", ["2"]],
    ["toString", "3"],
  ]);
  expect(({} as Record<string, unknown>).push).toBeUndefined();
});
