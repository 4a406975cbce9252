import "server-only";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { getEnv } from "@/server/env";
import { Problem } from "./problem";
import { processWide } from "./process-wide";

const WINDOW_SECONDS = 60;

/**
 * Counts one request of a key and gives the headers that tell how many are left (IETF draft "RateLimit header fields", and
 * the three single headers most libraries read); throws a 429 once there were more than API_REQUESTS_PER_MINUTE in the
 * minute. Counted in memory, for each web process by itself: a row written per request would cost as much as the request.
 */
export async function limitRequests(apiKeyId: string): Promise<Record<string, string>> {
  const points = getEnv().API_REQUESTS_PER_MINUTE;
  const limiter = processWide(
    `apiLimiter.${points}`,
    () => new RateLimiterMemory({ keyPrefix: "api", points, duration: WINDOW_SECONDS }),
  );
  try {
    return headersOf(points, await limiter.consume(apiKeyId));
  } catch (refused) {
    const headers = headersOf(points, refused as RateLimiterRes);
    throw new Problem("too-many-requests", `This key may make ${points} requests a minute.`, {
      headers: { ...headers, "Retry-After": headers["RateLimit-Reset"] as string },
    });
  }
}

function headersOf(
  points: number,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
): Record<string, string> {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return {
    "RateLimit-Policy": `"key";q=${points};w=${WINDOW_SECONDS}`,
    RateLimit: `"key";r=${remainingPoints};t=${seconds}`,
    "RateLimit-Limit": String(points),
    "RateLimit-Remaining": String(remainingPoints),
    "RateLimit-Reset": String(seconds),
  };
}
