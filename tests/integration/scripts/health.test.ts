import { afterEach, expect, it } from "vitest";
import { GET } from "@/app/api/health/route";
import { closeDatabase } from "@/server/database";
import { createTestDatabase, querySql, setUpTestDatabase } from "../../database";

const database = setUpTestDatabase();

afterEach(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = database.appUrl;
});

async function askHealth() {
  const response = await GET();
  return {
    status: response.status,
    body: await response.json(),
    caching: response.headers.get("cache-control"),
  };
}

it("is 200 when database and migrations are ready", async () => {
  expect(await askHealth()).toEqual({ status: 200, body: { status: "ok" }, caching: "no-store" });
});

it("names the migrations when the tables are older than the code", async () => {
  const empty = await createTestDatabase({ empty: true });
  process.env.DATABASE_URL = empty.appUrl;
  expect(await askHealth()).toMatchObject({ status: 503, body: { status: "error", failing: "migrations" } });
  await closeDatabase();
  await empty.drop();
});

it("takes a migration that failed half-way for one that is missing", async () => {
  const unfinished = await createTestDatabase();
  await querySql(unfinished.ownerUrl, "update _prisma_migrations set finished_at = null");
  process.env.DATABASE_URL = unfinished.appUrl;
  expect(await askHealth()).toMatchObject({ status: 503, body: { failing: "migrations" } });
  await closeDatabase();
  await unfinished.drop();
});

it("names the database when it does not answer, and tells nothing more", async () => {
  process.env.DATABASE_URL = "postgres://lastmetre:secret@127.0.0.1:1/lastmetre";
  expect(await askHealth()).toEqual({
    status: 503,
    body: { status: "error", failing: "database" },
    caching: "no-store",
  });
});
