import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { acceptBody, MOST_BYTES_OF_PUBLIC_FORM } from "./request-body-limit";

let close: (() => void) | undefined;
afterEach(() => close?.());

/** What the application behind the limit has read, and the whole answer as the sender got it. */
async function post(
  path: string,
  body: { size: number; isChunked?: boolean; isAborted?: boolean; headers?: string[] },
) {
  const read: number[] = [];
  const server = createServer(async (request, response) => {
    if (!(await acceptBody(request, response))) return;
    let bytes = 0;
    for await (const chunk of request) bytes += chunk.length;
    read.push(bytes);
    response.writeHead(200, { connection: "close" }).end("taken");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => server.close();
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const length = body.isChunked ? "Transfer-Encoding: chunked" : `Content-Length: ${body.size}`;
  socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\n${length}\r\n`);
  socket.write([...(body.headers ?? []), "", ""].join("\r\n"));
  for (let left = body.size; left > 0; left -= 10_000) {
    const part = "x".repeat(Math.min(left, 10_000));
    socket.write(body.isChunked ? `${part.length.toString(16)}\r\n${part}\r\n` : part);
  }
  if (body.isAborted) setTimeout(() => socket.destroy(), 100);
  else if (body.isChunked) socket.write("0\r\n\r\n");
  let answer = "";
  socket.on("data", (data) => {
    answer += data;
  });
  await new Promise<void>((resolve, reject) => socket.once("close", () => resolve()).once("error", reject));
  return { read, answer, status: Number(answer.split(" ")[1]) };
}

const most = MOST_BYTES_OF_PUBLIC_FORM;

test.each([
  ["/s/token", false],
  ["/sign-in", false],
  ["/forgot-password", true],
  ["/reset-password/token", true],
  ["/api/auth/callback/credentials", false],
])("%s takes a form of 200 kB and no more (chunked: %s)", async (path, isChunked) => {
  expect(await post(path, { size: most, isChunked })).toMatchObject({ status: 200, read: [most] });
  const refused = await post(path, { size: most + 1, isChunked });
  expect(refused).toMatchObject({ status: 413, read: [] });
  expect(refused.answer).toMatch(/connection: close/i);
});

test.each([true, false])("a huge body is not read (chunked: %s)", async (isChunked) => {
  const started = performance.now();
  expect(await post("/s/token", { size: 12_000_000, isChunked })).toMatchObject({ status: 413, read: [] });
  expect(performance.now() - started).toBeLessThan(4_000);
});

test("a respondent reads in the own language what to do", async () => {
  const { answer } = await post("/s/token", { size: most + 1, headers: ["Accept-Language: fi"] });
  expect(answer).toContain("<h1>Vastaus on liian pitkä</h1>");
  expect(answer).toMatch(/content-type: text\/html/i);
});

test("an organization's pages take files", async () => {
  const size = 5_000_000;
  for (const isChunked of [true, false]) {
    expect(await post("/o/kahvila/imports/new", { size, isChunked })).toMatchObject({
      status: 200,
      read: [size],
    });
  }
});

test("what was never sent to its end reaches nobody", async () => {
  expect(await post("/sign-in", { size: 100, isChunked: true, isAborted: true })).toMatchObject({
    answer: "",
    read: [],
  });
});

test("requests without a body pass", async () => {
  expect(await post("/sign-in", { size: 0 })).toMatchObject({ status: 200, read: [0] });
  expect(await post("/sign-in", { size: 0, isChunked: true })).toMatchObject({ status: 200, read: [0] });
});
