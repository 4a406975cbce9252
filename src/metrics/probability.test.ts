import { describe, expect, it } from "vitest";
import { calculateNormalProbability, calculateStudentQuantile, calculateTwoSidedP } from "./probability";

describe("probabilities", () => {
  it.each([
    [1, 12.706],
    [2, 4.303],
    [4, 2.776],
    [9, 2.262],
    [29, 2.045],
    [100, 1.984],
  ])("Student's t(0.975; %i) = %f (NIST/SEMATECH e-Handbook 1.3.6.7.2)", (degreesOfFreedom, expected) => {
    expect(calculateStudentQuantile(degreesOfFreedom)).toBeCloseTo(expected, 3);
  });

  it("keeps Student's t above the normal quantile for any number of answers", () => {
    for (const degreesOfFreedom of [1e3, 1e5, 1e6, 1e7, 1e9, Number.MAX_SAFE_INTEGER]) {
      expect(calculateStudentQuantile(degreesOfFreedom)).toBeCloseTo(1.96, 2);
      expect(calculateStudentQuantile(degreesOfFreedom)).toBeGreaterThan(1.95996);
    }
  });

  it.each([0, 0.5, -1, Number.NaN])("refuses %s degrees of freedom", (degreesOfFreedom) => {
    expect(() => calculateStudentQuantile(degreesOfFreedom)).toThrow(RangeError);
  });

  it("knows the normal distribution (NIST/SEMATECH e-Handbook 1.3.6.7.1)", () => {
    expect(calculateNormalProbability(0)).toBe(0.5);
    expect(calculateNormalProbability(1)).toBeCloseTo(0.84134, 5);
    expect(calculateNormalProbability(-3)).toBeCloseTo(0.00135, 5);
    expect(calculateTwoSidedP(1.959964)).toBeCloseTo(0.05, 6);
    expect(calculateTwoSidedP(-1.959964)).toBeCloseTo(0.05, 6);
    expect(calculateTwoSidedP(0)).toBe(1);
    expect(calculateTwoSidedP(100)).toBe(0);
  });
});
