import { checkImportRules } from "./import-rules";
import { type Outcome, sumOutcomes, wholeCheck } from "./outcome";
import { runVitest } from "./run-tests";
import { announce, runTool, tool } from "./run-tool";

/** What is quick enough to run before every commit. */
export async function runFastChecks(): Promise<Outcome> {
  return sumOutcomes([
    await checkFormatAndLint(),
    await checkTypes(),
    await checkImportRules(),
    await runVitest("unit", []),
  ]);
}

async function checkFormatAndLint(): Promise<Outcome> {
  announce("Formatting and lint");
  return wholeCheck(await runTool(tool("@biomejs/biome/bin/biome"), ["check", "."]));
}

async function checkTypes(): Promise<Outcome> {
  announce("Types");
  // Pages are typed by their routes, which Next writes down first.
  const typed = await runTool(tool("next/dist/bin/next"), ["typegen"], {
    NEXT_TELEMETRY_DISABLED: "1",
  });
  // What it kept of an earlier run makes the compiler report errors that are none (missing messages) or miss new ones.
  const checked =
    typed && (await runTool(tool("typescript/bin/tsc"), ["--noEmit", "--incremental", "false", "-p", "."]));
  if (checked) console.log("No type errors.");
  return wholeCheck(checked);
}
