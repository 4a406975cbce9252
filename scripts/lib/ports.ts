import { createServer } from "node:net";
import { CommandError } from "./command-line";

/** A port nobody listens on at the moment. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Fails with one clear line when somebody listens on the port; `variable` is what the person can change. */
export async function requireFreePort(port: number, variable: string, host = "127.0.0.1"): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${error.code})`;
      reject(new CommandError(`Port ${port} ${reason}; stop it or choose another with ${variable}=<port>.`));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** Reads a port from the environment. */
export function readPort(variable: string, fallback: number): number {
  const text = process.env[variable];
  if (!text) return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CommandError(`${variable} must be a port number between 1 and 65535, not "${text}".`, 2);
  }
  return port;
}
