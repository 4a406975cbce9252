import { Agent, createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { closeGracefully } from "../../../scripts/lib/close-gracefully";

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

function request(port: number, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve(body));
    }).on("error", reject);
  });
}

it("answers the request in flight, then closes the connection it came over, and takes no new one", async () => {
  let answer: () => void = () => {};
  const arrived = Promise.withResolvers<void>();
  const server = createServer((incoming, response) => {
    if (incoming.headers["x-quick"]) return response.end("quick");
    answer = () => response.end("slow");
    arrived.resolve();
  });
  server.keepAliveTimeout = 60_000;
  const port = await listen(server);
  const agent = new Agent({ keepAlive: true });
  const slow = request(port, agent);
  await arrived.promise;

  let closed = false;
  const closing = closeGracefully(server).then(() => {
    closed = true;
  });
  await expect(request(port, new Agent())).rejects.toThrow(/ECONNREFUSED/);
  expect(closed).toBe(false);
  answer();
  expect(await slow).toBe("slow");
  await closing;
  agent.destroy();
});
