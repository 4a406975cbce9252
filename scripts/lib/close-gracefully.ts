import type { Server } from "node:http";

/** Accepts no more connections and settles when the last request in flight has been answered. */
export function closeGracefully(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose last request has just ended is idle from then on, and would keep the server open.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}
