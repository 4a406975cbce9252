import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { withoutScope } from "@/server/database";
import { TooManyError } from "@/server/errors";
import { hashRateLimitKey } from "@/server/tokens";

/** How many tries in how many seconds, counted from the first try of the window. */
export type RateLimit = { points: number; seconds: number };

/** The limiter's statements run on the product's own pool, each in a transaction of its own that sees no tenant. */
const store = {
  async query(statement: { text: string; values: unknown[] }) {
    const rows = await withoutScope((tx) =>
      tx.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(statement.text, ...statement.values),
    );
    return {
      rowCount: rows.length,
      rows: rows.map((row) => ({
        points: row.points,
        expire: row.expire === null ? null : Number(row.expire),
      })),
    };
  },
};

const limiters = new Map<string, RateLimiterPostgres>();

function limiterFor(name: string, limit: RateLimit): RateLimiterPostgres {
  const cacheKey = `${name}:${limit.points}:${limit.seconds}`;
  let limiter = limiters.get(cacheKey);
  if (!limiter) {
    limiter = new RateLimiterPostgres({
      storeClient: store,
      storeType: "client",
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: name,
      points: limit.points,
      duration: limit.seconds,
    });
    limiters.set(cacheKey, limiter);
  }
  return limiter;
}

/**
 * Counts one try of `name` by `key` (an address, an e-mail: only its keyed hash is stored) and throws TooManyError with
 * the seconds to wait once there were more than `points` in the window. The count is atomic across processes. There is
 * no fallback: a try that cannot be counted fails. Call it before opening a transaction, never inside one (throws).
 */
export async function consumeRateLimit(name: string, key: string, limit: RateLimit): Promise<void> {
  try {
    await limiterFor(name, limit).consume(hashRateLimitKey(key));
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw new TooManyError(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
    throw error;
  }
}

/** Takes back one counted try: it turned out to be rightful. */
export async function returnRateLimit(name: string, key: string, limit: RateLimit): Promise<void> {
  await limiterFor(name, limit).reward(hashRateLimitKey(key));
}

/** Forgets all tries of `key`. */
export async function clearRateLimit(name: string, key: string, limit: RateLimit): Promise<void> {
  await limiterFor(name, limit).delete(hashRateLimitKey(key));
}
