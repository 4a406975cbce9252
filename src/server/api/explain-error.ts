import "server-only";
import texts from "@/i18n/messages/en/errors.json";
import {
  ConflictError,
  ExpectedError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  TooManyError,
} from "@/server/errors";
import { Problem } from "./problem";

/** A message of the screens in English; only those without placeholders are used as they are. */
function textOf(key: string, fallback: string): string {
  const text = (texts as Record<string, unknown>)[key];
  return typeof text === "string" && !text.includes("{") ? text : fallback;
}

/**
 * What was thrown as a problem. Errors with a meaning keep it; a database that does not answer is "unavailable"; of
 * anything else nothing is told (null): it belongs in the log.
 */
export function explainError(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof InvalidInputError) {
    const errors = Object.entries(error.fields).map(([field, key]) => ({
      pointer: `/${field}`,
      detail: textOf(key, "This cannot be used."),
    }));
    return new Problem("invalid-content", "The content cannot be used.", { errors });
  }
  if (error instanceof NotFoundError) return new Problem("not-found", "There is no such thing for this key.");
  if (error instanceof ForbiddenError) return new Problem("forbidden", "The key does not allow this.");
  if (error instanceof TooManyError) {
    return new Problem("too-many-requests", "Too many tries.", {
      headers: { "Retry-After": String(error.values.seconds) },
    });
  }
  if (error instanceof ConflictError || error instanceof ExpectedError) {
    return new Problem("conflict", textOf(error.message, "The present state does not allow this."));
  }
  if (isUnavailable(error)) {
    return new Problem("unavailable", "Try again in a moment.", { headers: { "Retry-After": "2" } });
  }
  return null;
}

/** Prisma's words for "no connection" and "none was free in time", PostgreSQL's for shutting down or full. */
const UNAVAILABLE = new Set([
  ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"],
  ...["57P01", "57P02", "57P03", "53300", "08006", "08001", "08003"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"],
]);
const UNAVAILABLE_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "TooManyConnections",
  "SocketTimeout",
]);

/** Whether an error says that the database cannot be asked at the moment; looked for at the error and inside it. */
function isUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  const { code, originalCode, kind, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  return (
    UNAVAILABLE.has(String(code)) ||
    UNAVAILABLE.has(String(originalCode)) ||
    UNAVAILABLE_KINDS.has(String(kind)) ||
    [cause, meta, driverAdapterError].some((inner) => isUnavailable(inner, depth + 1))
  );
}
