import { createRequire } from "node:module";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { type Outcome, wholeCheck } from "./outcome";
import { announce } from "./run-tool";

export type Violation = { rule: string; from: string; to: string; comment: string };

/** What the import rules of .dependency-cruiser.cjs object to in these files and folders. */
export async function findViolations(paths: string[], baseFolder = process.cwd()): Promise<Violation[]> {
  const { options, ...ruleSet } = createRequire(import.meta.url)("../../../.dependency-cruiser.cjs");
  const result = await cruise(
    paths,
    { ...options, baseDir: baseFolder, ruleSet, validate: true },
    // `@/` as in tsconfig.json, which dependency-cruiser reads through TypeScript 5 and older only.
    { alias: { "@": path.join(baseFolder, "src") } },
  );
  const { violations } = (result.output as ICruiseResult).summary;
  return violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map(({ name }) => name).join(" → ") : to,
    comment: ruleSet.forbidden.find(({ name }: { name: string }) => name === rule.name)?.comment ?? "",
  }));
}

export async function checkImportRules(): Promise<Outcome> {
  announce("Import rules");
  const violations = await findViolations(["src", "scripts", "tests", "bench"]);
  for (const { rule, from, to, comment } of violations) {
    console.error(`${from} → ${to}\n    ${rule}: ${comment}`);
  }
  if (violations.length === 0) console.log("No module imports what it should not.");
  return wholeCheck(violations.length === 0);
}
