import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { getEnv } from "@/server/env";
import { noteBusy } from "@/server/response-status";
import type { Scope } from "@/server/scope";

/** A transaction in which the database knows the organization; the only way to tenant data. */
export type Transaction = Prisma.TransactionClient;

const globalForPrisma = globalThis as unknown as { lastmetrePrisma?: PrismaClient };

/**
 * The one client of this process. Connecting waits for a free connection rather than failing, so a small pool makes the
 * product slower and nothing else.
 */
export function getDatabase(): PrismaClient {
  globalForPrisma.lastmetrePrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: getEnv().DATABASE_URL,
      max: getEnv().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: 20_000,
    }),
    // The other formats print a call's arguments into the messages of errors, and those are names and addresses.
    errorFormat: "minimal",
    transactionOptions: { maxWait: 20_000, timeout: 60_000 },
  });
  return globalForPrisma.lastmetrePrisma;
}

/** Closes the pool; the process ends or a test moves to another database. */
export async function closeDatabase(): Promise<void> {
  await globalForPrisma.lastmetrePrisma?.$disconnect();
  globalForPrisma.lastmetrePrisma = undefined;
}

const insideTransaction = new AsyncLocalStorage<true>();

/** How often a transaction is begun again that the database gave up for the sake of another one. */
const MOST_RETRIES = 3;

async function transact<T>(
  settings: Record<string, string>,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return repeatAfterConflict(() => transactOnce(settings, run));
}

async function repeatAfterConflict<T>(once: () => Promise<T>): Promise<T> {
  if (insideTransaction.getStore()) {
    // Asking the pool for a second connection while holding one is how a busy server stops for good.
    throw new Error("withScope inside withScope: pass the transaction on instead");
  }
  for (let retries = 0; ; retries += 1) {
    try {
      return await once();
    } catch (error) {
      if (isOutOfReach(error)) noteBusy();
      if (retries === MOST_RETRIES || !isConflictOfTransactions(error)) throw error;
      // Not at once and not together: the other one is to be done by then.
      await new Promise((resolve) => setTimeout(resolve, (retries + 1) * (10 + Math.random() * 40)));
    }
  }
}

function transactOnce<T>(settings: Record<string, string>, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return getDatabase().$transaction((tx) =>
    insideTransaction.run(true, async () => {
      const assignments = Object.entries(settings).map(
        ([name, value]) => Prisma.sql`set_config(${name}, ${value}, true)`,
      );
      await tx.$queryRaw`select ${Prisma.join(assignments)}`;
      return run(tx);
    }),
  );
}

/** PostgreSQL's serialization_failure and deadlock_detected; Prisma's "write conflict or a deadlock". */
const CONFLICTS = ["40001", "40P01", "P2034"];

/**
 * Whether the database rolled a transaction back only because of another one. The code is at the error itself (P2034), or
 * inside it where the driver adapter left it: `cause` of a thrown adapter error, `meta` of a raw query's.
 */
function isConflictOfTransactions(error: unknown): boolean {
  return someError(
    error,
    ({ code, originalCode, kind }) =>
      [code, originalCode].some((given) => CONFLICTS.includes(String(given))) ||
      kind === "TransactionWriteConflict",
  );
}

/**
 * No connection became free in time, or the database takes none: Prisma's P1001, P1017, P2024 and P2028, PostgreSQL's
 * too_many_connections and cannot_connect_now.
 */
const OUT_OF_REACH = ["P1001", "P1017", "P2024", "P2028", "53300", "57P03", "ECONNREFUSED"];

/**
 * Whether a call failed before the database began with it, for lack of a connection: nothing is stored, and the same call
 * is worth trying again soon (503, not 500).
 */
export function isOutOfReach(error: unknown): boolean {
  return someError(
    error,
    ({ code, originalCode, kind, message }) =>
      [code, originalCode].some((given) => OUT_OF_REACH.includes(String(given))) ||
      kind === "DatabaseNotReachable" ||
      (typeof message === "string" && message.includes("timeout exceeded when trying to connect")),
  );
}

/** Whether an error, or one inside it, is of a kind. */
function someError(error: unknown, isKind: (error: Record<string, unknown>) => boolean, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  const given = error as Record<string, unknown>;
  return (
    isKind(given) ||
    [given.cause, given.meta, given.driverAdapterError].some((inner) => someError(inner, isKind, depth + 1))
  );
}

/**
 * Runs `run` in one transaction that sees the rows of the scope's organization and no others (row-level security).
 * Throws when called inside another one; what `run` throws rolls everything back.
 *
 * `run` touches nothing but the database: no mail, no file, no variable of the caller's. When two transactions wait for
 * each other, PostgreSQL gives one up, and it is run again from its beginning (up to three times; the same holds for the
 * other functions here). So that this stays rare, rows are locked in one order everywhere:
 *
 *   encounter → customer → address (advisory) → invitation → mail → response
 *
 * and several rows of one kind by id. Skipping a step is fine, going back is not. An insert counts as locking the rows it
 * refers to. See docs/decisions/0001-scope-and-row-level-security.md.
 */
export function withScope<T>(scope: Scope, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return transact({ "app.organization_id": scope.organizationId }, run);
}

/**
 * As `withScope`, and besides what is kept from the organization's own queries (row-level security): the diary and the
 * feedback of the employee behind this member, and diary entries shown to the member. For those features only.
 */
export function withOwnPapers<T>(scope: Scope, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return transact(
    {
      "app.organization_id": scope.organizationId,
      "app.employee_id": scope.employeeId ?? "",
      "app.member_id": scope.memberId ?? "",
    },
    run,
  );
}

/** Runs `run` seeing what belongs to a signed-in user before an organization is chosen: the user, sessions, memberships. */
export function withUser<T>(userId: string, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return transact({ "app.user_id": userId }, run);
}

/** Runs `run` seeing the one user with this e-mail address (lower case): sign-in and password reset only. */
export function withSignInEmail<T>(email: string, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return transact({ "app.sign_in_email": email }, run);
}

/** Runs `run` without any organization: sees no tenant row. For resolving tokens, health and rate limits. */
export function withoutScope<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
  return transact({ "app.organization_id": "" }, run);
}

/**
 * Runs one statement that sets its organization itself: a call of a database function written for it (`resolve_token`,
 * `open_answer_page`, `submit_score`). PostgreSQL makes it a transaction of its own, so it takes one round trip where
 * `withScope` takes four. Outside of such a function it sees no tenant row. Throws inside a transaction, as `withScope`.
 */
export function runStatement<Row>(statement: Prisma.Sql): Promise<Row[]> {
  return repeatAfterConflict(() => getDatabase().$queryRaw<Row[]>(statement));
}
