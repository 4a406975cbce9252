import type { IncomingMessage, ServerResponse } from "node:http";
import { unavailablePage } from "../../src/features/responses/unavailable-page";

/** When to come back, in seconds: by then a burst is over or the answer is still no. */
export const RETRY_AFTER_SECONDS = 5;

/**
 * Makes a response say "busy, try again soon" (503 with Retry-After) and gives its body: to programs problem details
 * (RFC 9457), to people a page in their browser's language. What was asked has not been begun.
 */
export function prepareBusyResponse(request: IncomingMessage, response: ServerResponse): Buffer {
  const isProgram = request.url?.startsWith("/api/") ?? false;
  const body = Buffer.from(
    isProgram
      ? JSON.stringify({
          type: "about:blank",
          title: "Service Unavailable",
          status: 503,
          detail: `The server is busy and has not begun with this request. Try again in ${RETRY_AFTER_SECONDS} seconds.`,
        })
      : unavailablePage(request.headers["accept-language"], "busy"),
  );
  response.statusCode = 503;
  for (const name of ["etag", "transfer-encoding", "content-encoding", "link"]) response.removeHeader(name);
  response.setHeader("retry-after", RETRY_AFTER_SECONDS);
  response.setHeader("content-type", isProgram ? "application/problem+json" : "text/html; charset=utf-8");
  response.setHeader("content-length", body.length);
  response.setHeader("cache-control", "no-store");
  response.setHeader(
    "content-security-policy",
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
  );
  response.setHeader("x-content-type-options", "nosniff");
  return body;
}
