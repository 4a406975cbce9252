import { describe, expect, it } from "vitest";
import { READY_FORMS } from "../../ready-forms/ready-forms";
import { makeItem, makeSection } from "../builder/edits";
import { makeAnswers, tryOut } from "./try-out";

describe.each(READY_FORMS)("trying out $key", (form) => {
  const definition = form.build({});

  it("gives 100 for the best answers and 0 for the worst, and names the critical items that failed", () => {
    expect(tryOut(definition, makeAnswers(definition, true))).toMatchObject({
      total: 100,
      isFailed: false,
      failedCritical: [],
    });
    const worst = tryOut(definition, makeAnswers(definition, false));
    expect(worst).toMatchObject({ total: 0, isFailed: worst.failedCritical.length > 0 });
  });

  it("has no score before anything is answered", () => {
    expect(tryOut(definition, {})).toMatchObject({ total: null, isFailed: false, answered: 0 });
  });
});

it("shows no score while a weight is being typed", () => {
  const item = { ...makeItem("yes_no"), weight: Number.NaN, key: "a" };
  const definition = { intro: {}, isCapped: true, sections: [{ ...makeSection(), items: [item] }] };
  expect(tryOut(definition, makeAnswers(definition, true)).total).toBeNull();
});
