import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { createTestDatabase, setUpTestDatabase } from "../../database";
import { runScript, startScript } from "./run-script";

const database = setUpTestDatabase();

function environment(overrides: Record<string, string> = {}): Record<string, string> {
  return {
    DATABASE_URL: database.appUrl,
    APP_URL: "http://localhost:3000",
    AUTH_SECRET: "integration-tests-only-0123456789abcdef",
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "Lastmetre <no-reply@lastmetre.test>",
    ...overrides,
  };
}

const startWorker = (overrides: Record<string, string> = {}) =>
  runScript("scripts/start.ts", ["--worker"], environment(overrides));

describe.concurrent("npm start", () => {
  it("refuses to start with wrong variables and gives each mistake a line", async () => {
    const { code, lines } = await startWorker({ APP_URL: "", AUTH_SECRET: "short", PORT: "many" });
    expect(code).toBe(1);
    expect(lines).toEqual([
      "APP_URL: is missing",
      "AUTH_SECRET: must be at least 32 characters; make one with: openssl rand -base64 48",
      "PORT: must be a whole number from 1 to 65535",
    ]);
  });

  it("refuses a superuser, whom row-level security does not hold back", async () => {
    const { code, lines } = await startWorker({ DATABASE_URL: database.superuserUrl });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^DATABASE_URL: the role postgres is a superuser/)]);
  });

  it("refuses the owner of the tables, who could switch row-level security off", async () => {
    const { code, lines } = await startWorker({ DATABASE_URL: database.ownerUrl });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^DATABASE_URL: the role lastmetre_owner owns tables/)]);
  });

  it("refuses a database that was not migrated, and names the command that does it", async () => {
    const empty = await createTestDatabase({ empty: true });
    const { code, lines } = await startWorker({ DATABASE_URL: empty.appUrl });
    await empty.drop();
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^The database lacks the migrations 0001_foundation.*Run: npm run migrate$/),
    ]);
  });

  it("says so in one line when the database cannot be reached", async () => {
    const { code, lines } = await startWorker({
      DATABASE_URL: "postgres://lastmetre:x@127.0.0.1:1/lastmetre",
    });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^DATABASE_URL: cannot connect to the database/)]);
  });

  it("stops with 0 when it is asked to, whether by a terminal or a supervisor", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const child = startScript("src/worker/main.ts", [], environment());
      await new Promise<void>((resolve) => {
        child.stderr?.on("data", (chunk) => String(chunk).includes("worker.started") && resolve());
      });
      child.kill(signal);
      const [code] = await once(child, "exit");
      expect(code).toBe(0);
    }
  });
});

describe.concurrent("every script", () => {
  it.each([
    "build",
    "check",
    "create-organization",
    "demo",
    "dev",
    "inbox",
    "migrate",
    "new-migration",
    "start",
    "test",
  ])("explains itself: %s --help", async (name) => {
    const { code, lines } = await runScript(`scripts/${name}.ts`, ["--help"]);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^Usage: /);
  });

  it.each(["demo", "test"])("refuses a flag it does not know in one line: %s", async (name) => {
    const { code, lines } = await runScript(`scripts/${name}.ts`, ["--colour"]);
    expect(code).toBe(2);
    expect(lines).toEqual([expect.stringMatching(/--colour.*See --help\.$/)]);
  });

  it("migrate names the addresses it lacks", async () => {
    const { code, lines } = await runScript("scripts/migrate.ts", [], { DATABASE_URL: "nowhere" });
    expect(code).toBe(1);
    expect(lines).toEqual(["DATABASE_URL: is not a database address", "DATABASE_OWNER_URL: is missing"]);
  });
});

describe("create-organization", () => {
  const run = (...args: string[]) => runScript("scripts/create-organization.ts", args, environment());
  const northCoffee = [
    "--name",
    "North Coffee",
    "--slug",
    "north-coffee",
    "--owner-email",
    "owner@north.test",
  ];

  it("lists what is wrong with its arguments", async () => {
    const { code, lines } = await run(
      "--slug",
      "North Coffee",
      "--language",
      "sv",
      "--time-zone",
      "Helsinki",
    );
    expect(code).toBe(2);
    expect(lines).toEqual([
      "--name is missing",
      "--slug takes small letters, digits and single hyphens",
      "--owner-email is missing",
      "--language takes fi or en",
      "--time-zone takes an IANA name such as Europe/Helsinki",
    ]);
  });

  it("makes the organization and prints the link for the owner's password, once per slug", async () => {
    const first = await run(...northCoffee);
    expect(first.lines).toEqual([
      "Created North Coffee: http://localhost:3000/o/north-coffee",
      "owner@north.test sets a password here, once, within a week:",
      expect.stringMatching(/^http:\/\/localhost:3000\/reset-password\/[\w-]{30,}$/),
    ]);
    expect(first.code).toBe(0);
    const second = await run(...northCoffee);
    expect(second).toEqual({ code: 1, lines: ["The slug north-coffee is taken."] });
  });
});
