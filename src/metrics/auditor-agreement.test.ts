import { expect, it } from "vitest";
import { measureAgreement } from "./auditor-agreement";

const repeat = (answers: number[], times: number) => Array.from({ length: times }, () => answers);

it("judges agreement only from enough double visits", () => {
  expect(measureAgreement([...repeat([1, 0], 4), [1]], "nominal")).toEqual({
    alpha: null,
    n: 4,
    interval: null,
    verdict: "tooFew",
  });
  expect(measureAgreement([], "ordinal").verdict).toBe("tooFew");
  expect(measureAgreement(repeat([1, 1], 9), "nominal")).toMatchObject({
    alpha: null,
    n: 9,
    verdict: "noVariation",
  });
});

it("tells agreement from disagreement", () => {
  expect(measureAgreement([...repeat([1, 1], 5), ...repeat([0, 0], 5)], "nominal")).toMatchObject({
    alpha: 1,
    verdict: "agree",
  });
  // Nominal, ten visits, four split: values 8 × 0 and 12 × 1; observed 8 of 20, expected 2·8·12/19 = 10.105:
  // α = 1 − 8/10.105 = 0.2083. Ten visits do not say it for certain, forty do.
  const split = (times: number) =>
    measureAgreement(
      [...repeat([0, 1], 4 * times), ...repeat([0, 0], 2 * times), ...repeat([1, 1], 4 * times)],
      "nominal",
    );
  expect(split(1).alpha).toBeCloseTo(0.2083, 4);
  expect(split(1).verdict).toBe("unclear");
  expect(split(4).verdict).toBe("disagree");
});
