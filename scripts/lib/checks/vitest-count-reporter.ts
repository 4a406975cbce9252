import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";
import type { Outcome } from "./outcome";

/** Writes what a vitest run came to into the file named by TEST_OUTCOME_FILE. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<unknown>) {
    const file = process.env.TEST_OUTCOME_FILE;
    if (file) writeFileSync(file, JSON.stringify(countTests(modules, unhandledErrors.length)));
  }
}

function countTests(modules: ReadonlyArray<TestModule>, unhandledErrors: number): Outcome {
  const outcome: Outcome = { passed: 0, failed: unhandledErrors, skipped: [] };
  for (const module of modules) {
    // A file or hook that fails by itself takes its tests along without any of them being marked as failed.
    outcome.failed += module.errors().length;
    for (const suite of module.children.allSuites()) outcome.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === "passed") outcome.passed += 1;
      else if (result.state === "failed") outcome.failed += 1;
      else outcome.skipped.push({ name: test.fullName, reason: reasonOf(result) });
    }
  }
  return outcome;
}

function reasonOf(result: object): string {
  return ("note" in result && typeof result.note === "string" && result.note) || "marked so in the test";
}
