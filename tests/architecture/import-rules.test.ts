import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findViolations } from "../../scripts/lib/checks/import-rules";

/** Inside the repository, so that packages are found as usual; `.data` is in no other check's sight. */
let folder: string;
beforeAll(async () => {
  await mkdir(".data", { recursive: true });
  folder = await mkdtemp(path.resolve(".data", "import-rules-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let counter = 0;

/** Writes the files into a tree of their own and returns which rules object, to which file. */
async function judge(files: Record<string, string>): Promise<string[]> {
  counter += 1;
  const tree = path.join(folder, String(counter));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(tree, file)), { recursive: true });
    await writeFile(path.join(tree, file), content);
  }
  return (await findViolations(["src"], tree)).map(({ rule, from }) => `${rule}: ${from}`);
}

const anything = "export const anything = 1;\n";

it.each([
  [
    "a feature importing a later one through the alias",
    {
      "src/features/people/queries.ts": 'import "@/features/dashboards/queries";',
      "src/features/dashboards/queries.ts": anything,
    },
    "direction-of-people: src/features/people/queries.ts",
  ],
  [
    "a feature importing its neighbour in the row",
    {
      "src/features/people/rules.ts": 'export * from "../touchpoints/rules";',
      "src/features/touchpoints/rules.ts": anything,
    },
    "direction-of-people: src/features/people/rules.ts",
  ],
  [
    "a type-only import in the wrong direction",
    {
      "src/features/surveys/components/a.tsx":
        'import type { B } from "@/features/responses/schema"; export type A = B;',
      "src/features/responses/schema.ts": "export type B = string;",
    },
    "direction-of-surveys: src/features/surveys/components/a.tsx",
  ],
  [
    "an import from JSX code",
    {
      "src/features/organizations/components/a.tsx":
        'import { b } from "@/features/cases/schema"; export const A = () => <p>{b}</p>;',
      "src/features/cases/schema.ts": 'export const b = "b";',
    },
    "direction-of-organizations: src/features/organizations/components/a.tsx",
  ],
  [
    "a feature without a place in the row",
    { "src/features/weather/rules.ts": 'import "./schema";', "src/features/weather/schema.ts": anything },
    "known-features-only: src/features/weather/rules.ts",
  ],
  [
    "a module importing itself through another",
    { "src/ui/a.ts": 'import "./b";', "src/ui/b.ts": 'import "./a";' },
    "no-cycles: src/ui/a.ts",
  ],
  ["an import that leads nowhere", { "src/ui/a.ts": 'import "@/ui/gone";' }, "no-unresolved: src/ui/a.ts"],
  [
    "a barrel",
    { "src/features/people/rules.ts": 'import "./parts";', "src/features/people/parts/index.ts": anything },
    "no-barrels: src/features/people/rules.ts",
  ],
  [
    "a feature importing a route",
    { "src/features/people/schema.ts": 'import "@/app/page";', "src/app/page.tsx": anything },
    "nobody-imports-app: src/features/people/schema.ts",
  ],
  [
    "a feature importing the worker",
    { "src/features/people/schema.ts": 'import "@/worker/tasks";', "src/worker/tasks.ts": anything },
    "nobody-imports-worker: src/features/people/schema.ts",
  ],
  [
    "a metric using a package",
    { "src/metrics/nps.ts": 'import "zod";' },
    "metrics-are-pure: src/metrics/nps.ts",
  ],
  [
    "a metric using the generated types",
    {
      "src/metrics/nps.ts": 'import type { A } from "@/generated/prisma/enums"; export type B = A;',
      "src/generated/prisma/enums.ts": "export type A = string;",
    },
    "metrics-are-pure: src/metrics/nps.ts",
  ],
  [
    "a rule asking the database",
    { "src/features/people/rules.ts": 'import "@/server/database";', "src/server/database.ts": anything },
    "rules-are-pure: src/features/people/rules.ts",
  ],
  [
    "a rule in a folder using React",
    { "src/features/imports/rules/read.ts": 'import "react";' },
    "rules-are-pure: src/features/imports/rules/read.ts",
  ],
  [
    "an action speaking to the database itself",
    {
      "src/features/people/actions.ts": 'import { Prisma } from "@/generated/prisma/client"; Prisma;',
      "src/generated/prisma/client.ts": "export const Prisma = 1;",
    },
    "prisma-in-queries-and-commands: src/features/people/actions.ts",
  ],
  [
    "a page opening its own connection",
    { "src/app/page.tsx": 'import pg from "pg"; pg;' },
    "prisma-in-queries-and-commands: src/app/page.tsx",
  ],
  [
    "the ground importing a feature",
    { "src/server/mail.ts": 'import "@/features/people/schema";', "src/features/people/schema.ts": anything },
    "server-knows-no-feature: src/server/mail.ts",
  ],
  [
    "a button that knows the domain",
    { "src/ui/button.tsx": 'import "@/features/people/schema";', "src/features/people/schema.ts": anything },
    "ui-knows-no-domain: src/ui/button.tsx",
  ],
  [
    "texts that know a feature",
    {
      "src/i18n/request.ts": 'import "@/features/people/schema";',
      "src/features/people/schema.ts": anything,
    },
    "i18n-knows-no-feature: src/i18n/request.ts",
  ],
  [
    "the product using a test's factory",
    {
      "src/features/people/queries.ts": 'import "../../../tests/factories/a";',
      "tests/factories/a.ts": anything,
    },
    "product-imports-no-tests: src/features/people/queries.ts",
  ],
])("catches %s", async (_name, files, expected) => {
  expect(await judge(files as Record<string, string>)).toContain(expected);
});

it("lets what follows the rules pass", async () => {
  const verdict = await judge({
    "src/app/page.tsx":
      'import { listPeople } from "@/features/people/queries"; export default () => <p>{listPeople}</p>;',
    "src/features/people/queries.ts":
      'import { Prisma } from "@/generated/prisma/client"; import "@/features/organizations/schema"; export const listPeople = Prisma;',
    "src/features/people/rules.ts": 'import { z } from "zod"; import "./schema"; z;',
    "src/features/people/schema.ts": 'import "@/metrics/nps";',
    "src/features/organizations/schema.ts": anything,
    "src/metrics/nps.ts": 'import "./wilson";',
    "src/metrics/wilson.ts": anything,
    "src/generated/prisma/client.ts": "export const Prisma = 1;",
  });
  expect(verdict).toEqual([]);
});
