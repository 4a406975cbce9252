import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import next from "next";
import type { AdmissionLimits } from "./admission";
import { closeGracefully } from "./close-gracefully";
import { CommandError } from "./command-line";
import { createRequestHandler } from "./request-handler";

export type WebServer = {
  /** Accepts no more connections, finishes the requests in flight, then closes the database pool. */
  stop(): Promise<void>;
};

/**
 * Serves the production build. It is our own server around Next's request handler for two reasons: a graceful end, and
 * the handler of request-handler.ts, the one place that sees every request and response.
 */
export async function startWebServer(
  address: { host: string; port: number },
  limits: AdmissionLimits,
): Promise<WebServer> {
  requireBuild();
  const application = next({ dev: false, dir: process.cwd(), hostname: address.host, port: address.port });
  await application.prepare();
  const handleRequest = createRequestHandler({ serveWithNext: application.getRequestHandler(), limits });

  let stopping = false;
  const server = createServer((request, response) => {
    if (stopping) response.setHeader("Connection", "close");
    void handleRequest(request, response);
  });
  // Longer than a load balancer's idle time (usually 60 s), or it reuses connections that are just being closed.
  server.keepAliveTimeout = 65_000;
  // Node's five minutes would end an upload of 200 MB over less than 5 Mbit/s. What is slow holds no place (acceptBody).
  server.requestTimeout = 30 * 60_000;
  await listen(server, address);

  return {
    async stop() {
      stopping = true;
      await closeGracefully(server);
      await application.close();
      await closePrisma();
    },
  };
}

function requireBuild() {
  const folder = process.env.NEXT_DIST_DIR ?? ".next";
  if (!existsSync(path.join(folder, "BUILD_ID"))) {
    throw new CommandError(`There is no production build in ${folder}. Run: npm run build`);
  }
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${error.code})`;
      reject(new CommandError(`Port ${port} ${reason}; choose another with PORT=<port>.`));
    });
    server.listen(port, host, () => resolve());
  });
}

/** The built product keeps its one client on `globalThis` (src/server/database.ts); this process cannot import it. */
async function closePrisma() {
  const { lastmetrePrisma } = globalThis as { lastmetrePrisma?: { $disconnect(): Promise<void> } };
  await lastmetrePrisma?.$disconnect();
}
