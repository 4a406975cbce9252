import "./request";
import { beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, withoutScope } from "@/server/database";
import { setUpTestDatabase } from "../../database";
import { createCast, NORTH, SOUTH } from "./cast";
import { findExports } from "./exports";
import { testTable, type World } from "./run-line";
import { setUpSnapshots } from "./snapshot";
import { ENTRIES } from "./table";

/**
 * The foreign calls once more, on a connection that row-level security does not bind. It is the second wall; the first is
 * that each statement names its organization itself, and this shows that the first stands alone.
 */
const database = setUpTestDatabase();
const world = { ...setUpSnapshots(database) } as World;
beforeAll(async () => {
  world.exports = await findExports();
  world.north = await createCast(NORTH, database.superuserUrl);
  world.south = await createCast(SOUTH, database.superuserUrl);
  await closeDatabase();
  process.env.DATABASE_URL = database.superuserUrl;
});

describe("the product's connection", () => {
  it("sees both organizations, whatever its scope", async () => {
    const seen = await withoutScope((tx) => tx.organization.findMany({ select: { slug: true } }));
    expect(seen).toEqual(expect.arrayContaining([{ slug: "north" }, { slug: "south" }]));
  });
});

testTable(world, ENTRIES, { only: "foreign" });
