import "server-only";
import type { IncomingMessage } from "node:http";
import { DIRECT_API, type DirectApi } from "./direct-api";

/** A request as the API reads it, whichever way it came. */
export type Incoming = {
  method: string;
  url: URL;
  header: (name: string) => string | null;
  /** The body as it arrives; null without one. */
  bytes: AsyncIterable<Uint8Array> | null;
};

/** What is answered, before it becomes the one or the other kind of response. */
export type Outgoing = { status: number; headers: Record<string, string>; body: string };

export function fromRequest(request: Request): Incoming {
  return {
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name),
    bytes: request.body as AsyncIterable<Uint8Array> | null,
  };
}

export function toResponse(request: Request, { status, headers, body }: Outgoing): Response {
  return new Response(request.method === "HEAD" ? null : body, { status, headers });
}

/**
 * Lets the web server give requests to `handle` without Next's own work around them, which for a small request is most of
 * the time it takes. Only from the first request on that came through Next, which is when this module is there.
 */
export function serveDirectly(handle: (incoming: Incoming) => Promise<Outgoing>): void {
  const direct: DirectApi = async (request, response) => {
    const { status, headers, body } = await handle(fromNode(request));
    response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
    response.end(body);
  };
  Object.assign(globalThis, { [DIRECT_API]: direct });
}

function fromNode(request: IncomingMessage): Incoming {
  return {
    method: request.method ?? "GET",
    url: new URL(request.url ?? "/", "http://localhost"),
    header: (name) => {
      const value = request.headers[name];
      return value === undefined ? null : String(value);
    },
    // Left early (a body that is too large), the connection must still carry the answer.
    bytes: { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) },
  };
}
