import "server-only";
import { type IncomingMessage, Server } from "node:http";

let isAppending = false;

/**
 * From now on every request's X-Forwarded-For ends with the address of the connection it came over. Next fills the
 * header in only where the client sent none, so that a client could otherwise pretend to be anybody.
 */
export function appendPeerAddress(): void {
  if (isAppending) return;
  isAppending = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...rest: unknown[]) {
    if (event === "request") {
      const request = rest[0] as IncomingMessage;
      const claimed = request.headers["x-forwarded-for"];
      const peer = request.socket?.remoteAddress ?? "unknown";
      request.headers["x-forwarded-for"] = claimed ? `${claimed}, ${peer}` : peer;
    }
    return Reflect.apply(emit, this, [event, ...rest]) as boolean;
  };
}
