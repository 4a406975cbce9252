import { writeFileSync } from "node:fs";
import type { FullConfig, Reporter, Suite, TestCase } from "@playwright/test/reporter";
import type { Outcome } from "./outcome";

/** Writes what a Playwright run came to into the file named by TEST_OUTCOME_FILE. */
export default class CountReporter implements Reporter {
  private root: Suite | undefined;

  onBegin(_config: FullConfig, root: Suite) {
    this.root = root;
  }

  onEnd() {
    const file = process.env.TEST_OUTCOME_FILE;
    if (file) writeFileSync(file, JSON.stringify(countTests(this.root?.allTests() ?? [])));
  }

  printsToStdio() {
    return false;
  }
}

function countTests(tests: TestCase[]): Outcome {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: [] };
  for (const test of tests) {
    const result = test.outcome();
    if (result === "expected" || result === "flaky") outcome.passed += 1;
    else if (result === "unexpected") outcome.failed += 1;
    else outcome.skipped.push({ name: test.titlePath().filter(Boolean).join(" › "), reason: reasonOf(test) });
  }
  return outcome;
}

function reasonOf(test: TestCase): string {
  const annotation = test.annotations.find(({ type }) => type === "skip" || type === "fixme");
  return annotation?.description ?? "marked so, or an earlier test it builds on failed";
}
