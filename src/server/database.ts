import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { getEnv } from "@/server/env";
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

function transact<T>(settings: Record<string, string>, run: (tx: Transaction) => Promise<T>): Promise<T> {
  if (insideTransaction.getStore()) {
    // Asking the pool for a second connection while holding one is how a busy server stops for good.
    throw new Error("withScope inside withScope: pass the transaction on instead");
  }
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

/**
 * Runs `run` in one transaction that sees the rows of the scope's organization and no others (row-level security).
 * Throws when called inside another one; what `run` throws rolls everything back.
 */
export function withScope<T>(scope: Scope, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return transact({ "app.organization_id": scope.organizationId }, run);
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
