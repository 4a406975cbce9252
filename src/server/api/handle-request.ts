import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { log } from "@/server/log";
import type { ApiAnswer, ApiRequest, Endpoint, Idempotency } from "./define-endpoint";
import { explainError } from "./explain-error";
import type { Incoming, Outgoing } from "./incoming";
import { apiScope } from "./known-keys";
import { limitRequests } from "./limit-requests";
import { PROBLEMS, Problem, problemBody } from "./problem";
import { MOST_BYTES, parseJson, readBytes, requireContentType } from "./read-body";
import { readBody, readQuery } from "./read-input";
import { findRoute, type Routes } from "./routes";

/** Of every answer: nothing is kept on the way, and no browser is to make a page of it. */
const ALWAYS = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
} as const;

/**
 * Answers one request to the API: finds the endpoint, then who asks, whether they may and how often, then what they sent;
 * only then the endpoint runs. Cookies are not looked at, and other sites' scripts get no permission to read (no CORS).
 * Never throws: what fails is a problem with a request id, and its reason stays in the log.
 */
export async function handleApiRequest(routes: Routes, request: Incoming): Promise<Outgoing> {
  const requestId = randomUUID();
  const headers: Record<string, string> = { ...ALWAYS, "X-Request-Id": requestId };
  try {
    const answer = await answerRequest(routes, request, headers);
    Object.assign(headers, answer.headers);
    headers["Content-Type"] = "application/json";
    return { status: answer.status, headers, body: JSON.stringify(answer.body) };
  } catch (error) {
    const problem = explainError(error) ?? hide(error, requestId);
    Object.assign(headers, problem.headers);
    headers["Content-Type"] = "application/problem+json";
    const body = JSON.stringify(problemBody(problem, requestId));
    return { status: PROBLEMS[problem.kind].status, headers, body };
  }
}

function hide(error: unknown, requestId: string): Problem {
  log("error", "API request failed", { requestId, error });
  return new Problem("unexpected", "It has been written down; say the request id when you ask about it.");
}

async function answerRequest(
  routes: Routes,
  request: Incoming,
  headers: Record<string, string>,
): Promise<ApiAnswer> {
  const { url } = request;
  const { endpoint, parameters } = findRoute(routes, request.method, url.pathname);
  const { scope, access } = await requireKey(request);
  Object.assign(headers, await limitRequests(scope.apiKeyId as string));
  if (endpoint.access === "write" && access !== "write") {
    throw new Problem("forbidden", "This key may read only.");
  }
  const { body, idempotency } = await readSent(endpoint, request, url.pathname);
  const read: ApiRequest = {
    scope,
    path: endpoint.parameters ? readParameters(endpoint.parameters, parameters) : undefined,
    query: readQueryOf(endpoint, url.searchParams),
    body,
    idempotency,
    request,
  };
  return endpoint.run(read as ApiRequest<never, never, never>);
}

/** The key comes in a header and never in an address, which proxies and histories keep. */
async function requireKey(request: Incoming) {
  const key = /^Bearer +(\S+)$/i.exec(request.header("authorization") ?? "")?.[1];
  const found = key ? await apiScope(key) : null;
  if (found) return found;
  throw new Problem("unauthorized", "Send a key of this product: Authorization: Bearer lm_…", {
    headers: { "WWW-Authenticate": 'Bearer realm="api"' },
  });
}

function readQueryOf(endpoint: Endpoint, search: URLSearchParams): unknown {
  if (endpoint.query) return readQuery(endpoint.query, search);
  if (search.size === 0) return undefined;
  const errors = [...search.keys()].map((parameter) => ({
    parameter,
    detail: "There is no such parameter.",
  }));
  throw new Problem("invalid-request", "The address takes no parameters.", { errors });
}

function readParameters(schema: NonNullable<Endpoint["parameters"]>, parameters: Record<string, string>) {
  const result = schema.safeParse(parameters);
  if (!result.success) throw new Problem("not-found", "There is no such thing for this key.");
  return result.data;
}

async function readSent(endpoint: Endpoint, request: Incoming, path: string) {
  const idempotencyKey = endpoint.isRepeatable ? readIdempotencyKey(request) : null;
  if (!endpoint.body) return { body: undefined, idempotency: null };
  requireContentType(request, "application/json");
  const bytes = await readBytes(request, endpoint.mostBytes ?? MOST_BYTES);
  const json = parseJson(bytes);
  const body = readBody(endpoint.chooseBody?.(json) ?? endpoint.body, json);
  const idempotency: Idempotency | null = idempotencyKey
    ? { key: idempotencyKey, requestHash: hashRequest(endpoint.method, path, bytes) }
    : null;
  return { body, idempotency };
}

function readIdempotencyKey(request: Incoming): string | null {
  const key = request.header("idempotency-key");
  if (key === null) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Problem("invalid-request", "Idempotency-Key is 1 to 200 visible ASCII characters.");
}

function hashRequest(method: string, path: string, bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(`${method} ${path}\n`).update(bytes).digest());
}
