import "server-only";
import { Problem } from "./problem";

/** A place in a list as text for the next request. */
export function writeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** The parts of a cursor that `writeCursor` made, each checked by its pattern. Throws Problem (400) for anything else. */
export function readCursor(cursor: string, patterns: readonly RegExp[]): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (
      Array.isArray(parts) &&
      parts.length === patterns.length &&
      patterns.every((pattern, index) => typeof parts[index] === "string" && pattern.test(parts[index]))
    ) {
      return parts;
    }
  } catch {
    // Not even JSON.
  }
  const errors = [{ parameter: "cursor", detail: "Take it from nextCursor of the page before." }];
  throw new Problem("invalid-request", "The parameters are not as described.", { errors });
}
