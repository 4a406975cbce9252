import type { IncomingMessage } from "node:http";

/**
 * Ends a request's X-Forwarded-For with the address of the connection it came over. Next fills the header in only where
 * the client sent none, so that a client could otherwise claim to be anybody; see `findClientAddress`.
 */
export function appendPeerAddress(request: IncomingMessage): void {
  const claimed = request.headers["x-forwarded-for"];
  const peer = request.socket.remoteAddress ?? "unknown";
  request.headers["x-forwarded-for"] = claimed ? `${claimed}, ${peer}` : peer;
}
