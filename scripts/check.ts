import { report } from "./lib/checks/outcome";
import { stopToolsOnSignal } from "./lib/checks/run-tool";
import { parseCommandLine, runCommand } from "./lib/command-line";

const help = `Usage: npm run check

The fast part of the tests: formatting and lint, types, import rules, unit tests. Closes with the line
"N passed, N failed, N skipped"; each of the first three counts as one.

  --help   show this text`;

runCommand(async () => {
  parseCommandLine({ help, options: {} });
  stopToolsOnSignal();
  // After the arguments: loading the checks takes longer than refusing a wrong one.
  const { runFastChecks } = await import("./lib/checks/fast-checks");
  report(await runFastChecks());
});
