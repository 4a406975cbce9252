import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { log } from "./log";
import { toSafeError, toSafeTaskError } from "./safe-error";

vi.mock("@/server/env", () => ({ getEnv: () => ({ LOG_LEVEL: "debug" }) }));
afterEach(() => vi.restoreAllMocks());

const ADDRESS = "maija.meikalainen@example.fi";

/** A call whose input Prisma itself refuses, before any database is asked; printed with its arguments. */
async function failValidation(): Promise<Error> {
  const adapter = new PrismaPg({ connectionString: "postgres://nobody@127.0.0.1:1/none" });
  const prisma = new PrismaClient({ adapter, errorFormat: "pretty" });
  return prisma.customer
    .create({ data: { email: ADDRESS, name: `Maija\n    at home of ${ADDRESS}` } as never })
    .then(
      () => new Error("not refused"),
      (error: Error) => error,
    );
}

function makePostgresError(): Error {
  const error = new pg.DatabaseError(`invalid input: "${ADDRESS}"\n    at ${ADDRESS}`, 100, "error");
  return Object.assign(error, {
    severity: "ERROR",
    code: "23505",
    detail: `Key (email)=(${ADDRESS}) exists.`,
  });
}

const makeRawQueryError = () =>
  new Prisma.PrismaClientKnownRequestError(`Raw query failed. Message: "${ADDRESS}"`, {
    code: "P2010",
    clientVersion: "7",
    meta: { driverAdapterError: { cause: { originalCode: "22P02", originalMessage: ADDRESS } } },
  });

test("an error of the database is told by name, code and place, never by what it quotes", async () => {
  const validation = await failValidation();
  expect(validation.message).toContain(ADDRESS);
  const errors = [
    [validation, { name: "PrismaClientValidationError" }],
    [makePostgresError(), { name: "error", code: "23505" }],
    [makeRawQueryError(), { name: "PrismaClientKnownRequestError", code: "P2010 22P02" }],
  ] as const;
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  for (const [error, expected] of errors) {
    log("error", "action failed", { error });
    const line = String(written.mock.lastCall?.[0]);
    expect(line).not.toContain("example.fi");
    const { stack, ...rest } = JSON.parse(line).error;
    expect(rest).toEqual(expected);
    expect(stack).toMatch(/^\s+at .+:\d+:\d+/);
  }
});

test("the queue keeps of such an error name and code, and prints no more", async () => {
  const safe = toSafeTaskError(makePostgresError());
  expect(safe.message).toBe("error 23505");
  expect(safe.stack).toContain("safe-error.test.ts");
  const validation = toSafeTaskError(await failValidation());
  expect(validation.message).toBe("PrismaClientValidationError");
  for (const error of [safe, validation]) {
    expect(JSON.stringify([error, error.stack, error.message, error.cause])).not.toContain("example.fi");
  }
  expect(toSafeTaskError(ADDRESS).message).toBe("a task threw a string");
});

test("every other error stays whole", () => {
  const error = Object.assign(new TypeError("x is not a function"), { code: "ERR_X" });
  expect(toSafeError(error)).toEqual({ name: "TypeError", message: error.message, stack: error.stack });
  expect(toSafeTaskError(error)).toBe(error);
});
