import "./request";
import { beforeAll, describe, expect, it } from "vitest";
import {
  resendMemberInvitation,
  revokeMemberInvitation,
} from "@/features/organizations/commands/change-member-invitation";
import { setUpTestDatabase } from "../../database";
import { createCast, NORTH, SOUTH } from "./cast";
import { findExports, findMisplacedActions } from "./exports";
import { testTable, type World } from "./run-line";
import { setUpSnapshots } from "./snapshot";
import { ENTRIES, OTHER_ENTRIES } from "./table";

const database = setUpTestDatabase();
const world = { ...setUpSnapshots(database) } as World;
beforeAll(async () => {
  world.exports = await findExports();
  world.north = await createCast(NORTH, database.superuserUrl);
  world.south = await createCast(SOUTH, database.superuserUrl);
});

describe("the table of queries, commands and actions", () => {
  it("has a line for every export, and every line is of an export", () => {
    const named = new Set(ENTRIES.map(([name]) => name));
    const exported = [...world.exports.keys()];
    expect(
      exported.filter((name) => !named.has(name)),
      "without a line",
    ).toEqual([]);
    expect(
      [...named].filter((name) => !world.exports.has(name)),
      "without an export",
    ).toEqual([]);
  });

  it("has lines that call what they are named after; only commands and actions change anything", () => {
    for (const [name, found] of ENTRIES) {
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

// Those of audits and of evaluation cycles are in a file of their own, beside this one.
testTable(world, OTHER_ENTRIES);

describe("tries that are counted", () => {
  it("are counted in the organization that made them: foreign ids use up nothing elsewhere", async () => {
    const { north, south } = world;
    const theirs = await south.newMemberInvitation();
    const tries = Array.from({ length: 20 }, () =>
      resendMemberInvitation(north.people.owner.scope, theirs.id).catch(() => {}),
    );
    await Promise.all(tries);
    await resendMemberInvitation(south.people.owner.scope, theirs.id);
    await revokeMemberInvitation(south.people.owner.scope, theirs.id);
  });
});
