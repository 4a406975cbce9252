import { describe, expect, it } from "vitest";
import { listSetupSteps, SETUP_STEPS, type SetupStep } from "./setup-steps";

const progress = (...done: SetupStep[]) => ({
  isDone: Object.fromEntries(SETUP_STEPS.map((step) => [step, done.includes(step)])) as Record<
    SetupStep,
    boolean
  >,
  touchpoints: 0,
  employees: 0,
  locations: 0,
  finishedAt: null,
});
const states = (...done: SetupStep[]) => listSetupSteps(progress(...done)).map(({ state }) => state);

describe("listSetupSteps", () => {
  it("begins with the journey", () => {
    expect(states()).toEqual(["current", "upcoming", "upcoming", "upcoming", "upcoming"]);
  });

  it("goes on with the first step that is not done, whatever was done out of turn", () => {
    expect(states("journey", "encounterType", "encounter")).toEqual([
      "done",
      "current",
      "done",
      "upcoming",
      "done",
    ]);
  });

  it("has no current step when all are done", () => {
    expect(states(...SETUP_STEPS)).toEqual(["done", "done", "done", "done", "done"]);
  });
});
