import { type Outcome, report, sumOutcomes } from "./lib/checks/outcome";
import { stopToolsOnSignal } from "./lib/checks/run-tool";
import { CommandError, runCommand } from "./lib/command-line";

const help = `Usage: npm test [-- --only unit|integration|e2e [arguments for the runner]]

Runs everything: formatting and lint, types, import rules, unit tests, integration tests on a PostgreSQL of their own,
end-to-end tests in a real Chromium against the production build. Closes with "N passed, N failed, N skipped".

  --only <part>   one kind of tests; what follows goes to vitest (unit, integration) or Playwright (e2e),
                  e.g. npm test -- --only integration tests/integration/worker -t "killed"
  --help          show this text

The browser: CHROMIUM_PATH, an installed Chromium or Chrome, Playwright's own, or (as root on Debian) apt-get.`;

runCommand(async () => {
  const { only, rest } = readArguments(process.argv.slice(2));
  stopToolsOnSignal();
  const outcome = only ? await runPart(only, rest) : await runEverything();
  console.log();
  report(outcome);
});

function readArguments(args: string[]): { only: string | undefined; rest: string[] } {
  if (args.includes("--help")) {
    console.log(help);
    process.exit(0);
  }
  const [flag, part, ...rest] = args;
  if (flag === undefined) return { only: undefined, rest: [] };
  if (flag !== "--only" || !part) throw new CommandError(`Unknown argument ${flag}. See --help.`, 2);
  return { only: part, rest };
}

async function runPart(part: string, args: string[]): Promise<Outcome> {
  if (part !== "unit" && part !== "integration" && part !== "e2e") {
    throw new CommandError(`There is no part called ${part}; --only takes unit, integration or e2e.`, 2);
  }
  const { runEndToEnd, runVitest } = await import("./lib/checks/run-tests");
  return part === "e2e" ? runEndToEnd(args) : runVitest(part, args);
}

async function runEverything(): Promise<Outcome> {
  const { runFastChecks } = await import("./lib/checks/fast-checks");
  const { runVitest } = await import("./lib/checks/run-tests");
  return sumOutcomes([await runFastChecks(), await runVitest("integration", []), await runEndToEndOrFail()]);
}

/** Without a browser or a build the other results still count, and this part as one failure. */
async function runEndToEndOrFail(): Promise<Outcome> {
  const { runEndToEnd } = await import("./lib/checks/run-tests");
  try {
    return await runEndToEnd([]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: [] };
  }
}
