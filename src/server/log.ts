import "server-only";
import { getEnv } from "@/server/env";
import { toSafeError } from "@/server/safe-error";

const LEVELS = { debug: 10, info: 20, warn: 30, error: 40 } as const;
export type LogLevel = keyof typeof LEVELS;

/**
 * Writes one JSON line to standard error. `fields` hold ids, counts and codes: never a name, an address, a token or a
 * comment. An Error is logged with its stack, one that a database may have filled with data without its message
 * (`toSafeError`).
 */
export function log(level: LogLevel, event: string, fields: Record<string, unknown> = {}): void {
  if (LEVELS[level] < LEVELS[getEnv().LOG_LEVEL]) return;
  process.stderr.write(
    `${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }, (_, value) =>
      value instanceof Error ? toSafeError(value) : value,
    )}\n`,
  );
}
