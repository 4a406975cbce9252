import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findBrowser } from "../find-browser";
import { buildForProduction } from "../production-build";
import type { Outcome } from "./outcome";
import { announce, runTool, tool } from "./run-tool";

export async function runVitest(project: "unit" | "integration", args: string[]): Promise<Outcome> {
  announce(project === "unit" ? "Unit tests" : "Integration tests");
  return withOutcomeFile(async (file) => {
    const succeeded = await runTool(
      tool("vitest/vitest.mjs"),
      [
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=./scripts/lib/checks/vitest-count-reporter.ts",
        ...args,
      ],
      { TEST_OUTCOME_FILE: file },
    );
    return readOutcome(file, succeeded);
  });
}

/** The folder of the build the end-to-end tests run against; `.next` may belong to a running demo. */
const distDir = ".next-e2e";

export async function runEndToEnd(args: string[]): Promise<Outcome> {
  announce("End-to-end tests");
  const browser = await findBrowser((line) => console.log(line));
  console.log(`Browser: ${browser}`);
  const startedAt = performance.now();
  const build = await buildForProduction({ folder: distDir });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`Production build: ${build.wasFresh ? "up to date" : `${seconds} s`}`);
  return withOutcomeFile(async (file) => {
    const succeeded = await runTool(
      tool("@playwright/test/cli.js"),
      ["test", "--reporter=list,./scripts/lib/checks/playwright-count-reporter.ts", ...args],
      { TEST_OUTCOME_FILE: file, CHROMIUM_PATH: browser, E2E_DIST_DIR: distDir },
    );
    return readOutcome(file, succeeded);
  });
}

async function withOutcomeFile(run: (file: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "lastmetre-outcome-"));
  try {
    return await run(path.join(folder, "outcome.json"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A runner that fails without a failed test (it crashed, or found no tests) still counts as one failure. */
async function readOutcome(file: string, succeeded: boolean): Promise<Outcome> {
  const text = await readFile(file, "utf8").catch(() => "");
  const outcome = text ? (JSON.parse(text) as Outcome) : { passed: 0, failed: 0, skipped: [] };
  return succeeded || outcome.failed > 0 ? outcome : { ...outcome, failed: 1 };
}
