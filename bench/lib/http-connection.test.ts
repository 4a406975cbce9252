import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { HttpConnection } from "./http-connection";

let server: Server | undefined;
let connection: HttpConnection | undefined;
afterEach(async () => {
  connection?.close();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
});

async function connectTo(listener: RequestListener): Promise<HttpConnection> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  connection = new HttpConnection("127.0.0.1", (started.address() as AddressInfo).port);
  return connection;
}

it("reads bodies with a length, without one and in chunks over one connection", async () => {
  let connections = 0;
  const long = "é".repeat(200_000);
  const client = await connectTo((request, response) => {
    if (request.url === "/length") response.writeHead(200, { "content-length": 2 }).end("ok");
    else if (request.url === "/empty")
      response.writeHead(303, { location: "/there", "content-length": 0 }).end();
    else {
      response.writeHead(200, { "set-cookie": ["a=1; Path=/", "b=2"] });
      response.write(long);
      // What ends a chunked body may also stand in the middle of one.
      response.write("0\r\n\r\n");
      setTimeout(() => response.end("end"), 20);
    }
  });
  server?.on("connection", () => {
    connections += 1;
  });
  expect((await client.request("GET", "/length")).body.toString()).toBe("ok");
  const moved = await client.request("POST", "/empty", "", "body");
  expect([moved.status, moved.headers.get("location"), moved.body.length]).toEqual([303, "/there", 0]);
  const chunked = await client.request("GET", "/chunked");
  expect(chunked.body.toString()).toBe(`${long}0\r\n\r\nend`);
  expect(chunked.cookies).toEqual(["a=1; Path=/", "b=2"]);
  expect((await client.request("GET", "/length")).status).toBe(200);
  expect(connections).toBe(1);
});

it("connects anew after the server has closed, and rejects what broke off", async () => {
  const client = await connectTo((request, response) => {
    if (request.url === "/break") request.socket.destroy();
    else response.writeHead(200, { connection: "close", "content-length": 1 }).end("x");
  });
  expect((await client.request("GET", "/")).body.toString()).toBe("x");
  await expect(client.request("GET", "/break")).rejects.toThrow();
  expect((await client.request("GET", "/")).body.toString()).toBe("x");
});
