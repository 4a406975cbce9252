import { beforeAll, describe, expect, it, vi } from "vitest";
import { setUpTestDatabase } from "../../database";
import { createCast, NORTH, SOUTH } from "./cast";
import { findExports, findMisplacedActions } from "./exports";
import type { AnyLine, Lines } from "./line";
import { testAction, testLine, testPure, type World } from "./run-line";
import { setUpSnapshots } from "./snapshot";
import { invitations, responses } from "./tables/answering";
import { dashboards } from "./tables/dashboards";
import { encounters } from "./tables/encounters";
import { importsCommands } from "./tables/imports-commands";
import { importsQueries } from "./tables/imports-queries";
import { organizationsAccounts } from "./tables/organizations-accounts";
import { organizationsActions } from "./tables/organizations-actions";
import { organizationsMembers } from "./tables/organizations-members";
import { peopleActions } from "./tables/people-actions";
import { peopleCommands } from "./tables/people-commands";
import { peoplePlaces } from "./tables/people-places";
import { peopleQueries } from "./tables/people-queries";
import { surveys } from "./tables/surveys";
import { touchpoints } from "./tables/touchpoints";

vi.mock("next-auth", async (importOriginal) => {
  const { signedIn } = await import("./signed-in");
  return { ...(await importOriginal<object>()), getServerSession: async () => signedIn.person };
});
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, set: () => {}, delete: () => {} }),
}));
vi.mock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));
vi.mock("next/server", async (importOriginal) => {
  const { afterwards } = await import("./signed-in");
  const after = (task: () => Promise<unknown>) => void afterwards.push(task());
  return { ...(await importOriginal<object>()), after };
});
vi.mock("next-intl/server", () => ({
  getRequestConfig: (config: unknown) => config,
  getLocale: async () => "en",
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

/** Every query, command and action of the product, by feature. */
const TABLE: Record<string, Lines> = {
  organizations: { ...organizationsMembers, ...organizationsAccounts, ...organizationsActions },
  touchpoints,
  encounters,
  imports: { ...importsQueries, ...importsCommands },
  people: { ...peopleQueries, ...peopleCommands, ...peoplePlaces, ...peopleActions },
  surveys,
  invitations,
  responses,
  dashboards,
};

const database = setUpTestDatabase();
const world = { ...setUpSnapshots(database) } as World;
beforeAll(async () => {
  world.exports = await findExports();
  world.north = await createCast(NORTH, database.superuserUrl);
  world.south = await createCast(SOUTH, database.superuserUrl);
});

const entries = Object.entries(TABLE).flatMap(([feature, lines]) =>
  Object.entries(lines).flatMap(([name, found]) =>
    [found].flat().map((line, index): [string, AnyLine, number] => [`${feature}/${name}`, line, index]),
  ),
);

describe("the table of queries, commands and actions", () => {
  it("has a line for every export, and every line is of an export", () => {
    const named = [...new Set(entries.map(([name]) => name))].sort();
    expect(named).toEqual([...world.exports.keys()].sort());
  });

  it("has lines that call what they are named after; only commands and actions change anything", () => {
    for (const [name, found] of entries) {
      const { kind } = world.exports.get(name) ?? {};
      const isAction = "action" in found;
      if (isAction) expect(kind, name).toBe("actions");
      const called = "line" in found ? found.line.call : "pure" in found ? found.pure.call : null;
      if (called) expect(String(called), name).toContain(name.slice(name.indexOf("/") + 1));
      if (kind === "queries" && "line" in found) {
        expect([found.line.own, found.line.foreign], name).not.toContain("changes");
      }
    }
  });

  it("finds all actions: there are none outside the features' actions", () => {
    expect(findMisplacedActions()).toEqual([]);
  });
});

for (const [name, found, index] of entries) {
  describe(index === 0 ? name : `${name} (${index + 1})`, () => {
    if ("line" in found) testLine(world, found.line);
    if ("action" in found) testAction(world, name, found.action);
    if ("pure" in found) testPure(found.pure);
  });
}
