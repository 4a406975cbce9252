import "server-only";
import { getDatabase } from "@/server/database";
import { listPendingMigrations } from "@/server/database-state";

/** What keeps this process from serving: the database does not answer, or its tables are older than the code. */
export type FailingPart = "database" | "migrations";

/** Null when the process can serve. Waits at most `patienceMs`, then the database counts as failing. Never throws. */
export async function findFailingPart(patienceMs = 5_000): Promise<FailingPart | null> {
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the database did not answer in time")), patienceMs).unref();
  });
  const database = getDatabase();
  try {
    const pending = await Promise.race([
      listPendingMigrations((sql) => database.$queryRawUnsafe(sql)),
      tooLate,
    ]);
    return pending.length > 0 ? "migrations" : null;
  } catch {
    return "database";
  }
}
