import { beforeAll, expect, it } from "vitest";
import { openDashboard } from "@/features/dashboards/dashboard";
import { listLatestComments } from "@/features/dashboards/figures/comments";
import { getSortedGroupTable } from "@/features/dashboards/figures/sorted-groups";
import { nameEmployees } from "@/features/dashboards/known-employees";
import { listDashboardEmployees } from "@/features/dashboards/queries/list-dashboard-employees";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createMember } from "../../factories/organization";
import { buildEmployee } from "../../factories/people";
import { Random } from "../../factories/random";
import { createFactWorld, type FactWorld, randomFacts, storeFacts } from "./random-facts";
import { textsIn } from "./texts";

setUpTestDatabase();

const now = new Date("2026-11-15T12:00:00Z");
const address = { slug: "the-organization", pathname: "/o/the-organization/employees" };
const texts = textsIn("en");
const ADDED = 110;
let world: FactWorld;
let owner: Scope;
let localManager: Scope;

beforeAll(async () => {
  world = await createFactWorld("Europe/Helsinki");
  const { scope } = world.organization;
  const locationId = world.locations[1]?.id ?? "";
  await withScope(scope, (tx) =>
    tx.employee.createMany({
      data: Array.from({ length: ADDED }, (_, index) =>
        buildEmployee(scope, { name: `Added ${index + 1}`, locationId }),
      ),
    }),
  );
  const options = { from: new Date("2026-09-01T00:00:00Z"), to: now, now, count: 500 };
  await storeFacts(world, randomFacts(world, new Random(11), options));
  owner = (await createMember(world.organization, "owner", { now })).scope;
  const here = world.locations[0]?.id ?? "";
  localManager = (await createMember(world.organization, "manager", { now, locationIds: [here] })).scope;
});

it("a page knows only the employees that its address names", async () => {
  const { choices } = await openDashboard(owner, address, {});
  expect(choices).toMatchObject({ employees: [], hasAllEmployees: false });
  const id = world.employees[2]?.id ?? "";
  const filtered = await openDashboard(owner, address, { employee: id });
  expect(filtered.ignored).toEqual([]);
  expect(texts.nameOf(filtered, "employee", id)).not.toBe("Unknown");
  const nobody = await openDashboard(owner, address, { employee: "01234567-89ab-7def-8123-456789abcdef" });
  expect(nobody.ignored).toEqual(["employee"]);
});

it("comments name whom they are about, for a manager of one location too", async () => {
  for (const scope of [owner, localManager]) {
    const page = await openDashboard(scope, address, { period: "90d" });
    const { rows } = await listLatestComments(page, 20);
    const named = await nameEmployees(
      page,
      rows.map(({ employeeId }) => employeeId),
    );
    const ids = rows.flatMap(({ employeeId }) => (employeeId === null ? [] : [employeeId]));
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(texts.nameOf(named, "employee", id)).not.toBe("Unknown");
  }
});

it("a table shows fifty rows a page, ranked among all", async () => {
  const dashboard = await openDashboard(owner, address, { sort: "-score", metric: "nps" });
  const all = await getSortedGroupTable(dashboard, "employee", texts);
  expect(all.total).toBe(ADDED + world.employees.length);
  const pages = await Promise.all(
    [1, 2, 3].map((page) => getSortedGroupTable(dashboard, "employee", texts, { page })),
  );
  expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 17]);
  expect(pages.flatMap(({ rows }) => rows)).toEqual(all.rows);
  const beyond = await getSortedGroupTable(dashboard, "employee", texts, { page: 9 });
  expect(beyond).toMatchObject({ page: 3, found: 117 });
  const found = await getSortedGroupTable(dashboard, "employee", texts, { page: 1, query: "ADDED 11" });
  expect(found.rows.map(({ name }) => name)).toEqual(["Added 11", "Added 110"]);
  const first = all.rows[0];
  const best = await getSortedGroupTable(dashboard, "employee", texts, { page: 1, query: first?.name });
  expect(best.rows[0]).toEqual(first);
});

it("an overview's first rows are those of the whole table", async () => {
  for (const scope of [owner, localManager]) {
    const dashboard = await openDashboard(scope, address, { metric: "csat" });
    const all = await getSortedGroupTable(dashboard, "employee", texts, { sort: "certainty" });
    const first = await getSortedGroupTable(dashboard, "employee", texts, { sort: "certainty", limit: 5 });
    // Of those without answers, an excerpt leaves out who is no longer here.
    const answered = all.rows.slice(0, 5).filter(({ figure }) => figure.n > 0);
    expect(answered.length).toBeGreaterThan(0);
    expect(first.rows.slice(0, answered.length)).toEqual(answered);
    expect(first.rows.every(({ name }) => name !== "Unknown")).toBe(true);
    expect(first.total).toBeLessThanOrEqual(all.total);
  }
});

it("employees are found by the words of their names, and only so many", async () => {
  expect((await listDashboardEmployees(owner, { query: "dded 10" })).map(({ name }) => name)).toEqual([
    "Added 10",
    "Added 100",
    "Added 101",
    "Added 102",
    "Added 103",
    "Added 104",
    "Added 105",
    "Added 106",
    "Added 107",
    "Added 108",
    "Added 109",
    "Added 110",
  ]);
  expect(await listDashboardEmployees(owner, { query: "100%" })).toEqual([]);
  expect(await listDashboardEmployees(owner, { limit: 7 })).toHaveLength(7);
  // None of them has met anybody at this manager's location.
  expect(await listDashboardEmployees(localManager, { query: "Added" })).toEqual([]);
});
