import "server-only";
import { getEnv } from "@/server/env";

/** What can go wrong with a request, each with its status and the title that is the same at every occurrence. */
export const PROBLEMS = {
  "invalid-request": { status: 400, title: "The request cannot be read" },
  unauthorized: { status: 401, title: "No valid key" },
  forbidden: { status: 403, title: "The key does not allow this" },
  "not-found": { status: 404, title: "There is no such thing" },
  "method-not-allowed": { status: 405, title: "Not with this method" },
  conflict: { status: 409, title: "Not in its present state" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "Not with this type of content" },
  "invalid-content": { status: 422, title: "The content cannot be used" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  unexpected: { status: 500, title: "Something failed here" },
  unavailable: { status: 503, title: "Not available at the moment" },
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

/** What exactly is wrong: a place in the body (JSON pointer) or a parameter of the address, and why. */
export type ProblemPlace = { pointer?: string; parameter?: string; detail: string };

/** Thrown to answer a request with problem details (RFC 9457). `detail` and `errors` are shown to the caller as they are. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly ProblemPlace[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    kind: ProblemKind,
    detail: string,
    options: { errors?: readonly ProblemPlace[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.name = "Problem";
    this.kind = kind;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }
}

/** The address that explains a kind of problem: its `type`. */
export function problemType(kind: ProblemKind): string {
  return `${getEnv().APP_URL}/api/v1/docs#problem-${kind}`;
}

/** The body of a problem's answer. `instance` names this one occurrence, as does the log. */
export function problemBody(problem: Problem, requestId: string) {
  const { status, title } = PROBLEMS[problem.kind];
  return {
    type: problemType(problem.kind),
    title,
    status,
    detail: problem.message,
    instance: `urn:uuid:${requestId}`,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
  };
}

/** A JSON pointer (RFC 6901) to a place in a body: ["encounters", 3, "channel"] is "/encounters/3/channel". */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
