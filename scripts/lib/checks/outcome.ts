/** What a check, or a suite of tests, came to. */
export type Outcome = { passed: number; failed: number; skipped: { name: string; reason: string }[] };

export const nothing: Outcome = { passed: 0, failed: 0, skipped: [] };

export function sumOutcomes(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
    failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
    skipped: outcomes.flatMap((outcome) => outcome.skipped),
  };
}

/** A check as a whole is one thing that passes or fails. */
export function wholeCheck(succeeded: boolean): Outcome {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: [] };
}

/** Says what was skipped and why, then the closing line; sets the exit code. */
export function report(outcome: Outcome): void {
  for (const { name, reason } of outcome.skipped) console.log(`Skipped: ${name} (${reason})`);
  process.exitCode = outcome.failed > 0 ? 1 : 0;
  console.log(`${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped.length} skipped`);
}
