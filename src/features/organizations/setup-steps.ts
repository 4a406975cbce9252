/** The steps from an empty organization to its first figure, in the order each needs the ones before. */
export const SETUP_STEPS = ["journey", "employees", "encounterType", "survey", "encounter"] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export type SetupProgress = {
  /** Whether there is what the step makes. */
  isDone: Record<SetupStep, boolean>;
  touchpoints: number;
  employees: number;
  /** An employee works at a location: without one the second step begins there. */
  locations: number;
  /** When the owner finished or dismissed the set-up; null while it is offered. */
  finishedAt: Date | null;
};

/** Each step with its state: the first that is not done is the current one, done ones stay done in any order. */
export function listSetupSteps(
  progress: SetupProgress,
): { step: SetupStep; state: "done" | "current" | "upcoming" }[] {
  const current = SETUP_STEPS.find((step) => !progress.isDone[step]);
  return SETUP_STEPS.map((step) => ({
    step,
    state: progress.isDone[step] ? "done" : step === current ? "current" : "upcoming",
  }));
}

/** Where each step is done, within the organization. */
export const SETUP_PATHS: Record<SetupStep, string> = {
  journey: "/settings/journey",
  employees: "/settings/employees",
  encounterType: "/settings/encounter-types",
  survey: "/surveys/new",
  encounter: "/encounters/new",
};
