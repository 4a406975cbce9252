import "./request";
import { beforeAll } from "vitest";
import { setUpTestDatabase } from "../../database";
import { createCast, NORTH, SOUTH } from "./cast";
import { findExports } from "./exports";
import { testTable, type World } from "./run-line";
import { setUpSnapshots } from "./snapshot";
import { AUDIT_AND_CYCLE_ENTRIES } from "./table";

const database = setUpTestDatabase();
const world = { ...setUpSnapshots(database) } as World;
beforeAll(async () => {
  world.exports = await findExports();
  world.north = await createCast(NORTH, database.superuserUrl);
  world.south = await createCast(SOUTH, database.superuserUrl);
});

testTable(world, AUDIT_AND_CYCLE_ENTRIES);
