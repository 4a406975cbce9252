import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { setPageStatus } from "../../src/server/response-status";
import { isRespondentPath, removeScripts, serveRespondentPage } from "./respondent-response-filter";

const PAGE =
  '<!DOCTYPE html><html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>' +
  '<link rel="icon" href="/icon.svg"/><script src="/_next/a.js" async=""></script><title>Äiti &lt;script&gt;</title></head>' +
  '<body><form action=""><textarea>&lt;script&gt;x&lt;/script&gt;</textarea></form>' +
  '<script>self.__next_f.push([1,"a > b \\u003c/script>"])</script></body></html>';
const CLEAN =
  '<!DOCTYPE html><html><head><link rel="icon" href="/icon.svg"/><title>Äiti &lt;script&gt;</title></head>' +
  '<body><form action=""><textarea>&lt;script&gt;x&lt;/script&gt;</textarea></form></body></html>';

describe("removeScripts", () => {
  test("takes out scripts and what fetches them ahead, and nothing else", () => {
    expect(removeScripts(PAGE)).toBe(CLEAN);
  });
  test.each([
    ["an attribute with a bracket", '<script data-x="a>b" src="x"></script>kept', "kept"],
    ["capital letters and spaces", "<SCRIPT>1</SCRIPT >kept", "kept"],
    ["several in a row", "a<script>1</script>b<script>2</script>c", "abc"],
    ["the preload of a style", '<link rel="preload" href="/a.css" as="style"/>kept', "kept"],
    ["a module preload", '<link rel="modulepreload" href="/m.js">kept', "kept"],
    [
      "the preload of a picture",
      '<link rel="preload" as="image" href="/logo">',
      '<link rel="preload" as="image" href="/logo">',
    ],
    ["a style sheet", '<link rel="stylesheet" href="/a.css">', '<link rel="stylesheet" href="/a.css">'],
    ["a word that only begins alike", "<scripture>kept</scripture>", "<scripture>kept</scripture>"],
    ["text without any", "Kiitos", "Kiitos"],
    [
      "the script that saves ratings, and none that only looks alike",
      '<script src="/rating.js" integrity="x" defer=""></script><script src="/rating.js">1</script><script src="/rating.js/x"></script>',
      '<script src="/rating.js" integrity="x" defer=""></script>',
    ],
  ])("%s", (_, html, expected) => {
    expect(removeScripts(html)).toBe(expected);
  });
});

test("respondent paths and no others", () => {
  expect(["/s/abc", "/s/abc/logo", "/s/abc?x=1", "/r/abc"].map(isRespondentPath)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["/", "/sign-in", "/settings", "/s", undefined].map(isRespondentPath)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

describe("serveRespondentPage", () => {
  let close: (() => void) | undefined;
  afterEach(() => close?.());

  type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

  /** Serves with `handler` in Next's place and gives the raw answer. */
  async function get(
    handler: Handler,
    options: { path?: string; method?: string; headers?: Record<string, string> } = {},
  ) {
    const server = createServer((request, response) => void serveRespondentPage(request, response, handler));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    close = () => server.close();
    const { port } = server.address() as AddressInfo;
    return new Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }>(
      (resolve, reject) => {
        const sent = request(
          {
            port,
            host: "127.0.0.1",
            path: options.path ?? "/s/token",
            method: options.method ?? "GET",
            headers: options.headers ?? {},
            agent: false,
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on("data", (chunk) => chunks.push(chunk));
            response.on("end", () =>
              resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                body: Buffer.concat(chunks),
              }),
            );
          },
        );
        sent.on("error", reject);
        sent.end();
      },
    );
  }

  /** Writes the page byte by byte: every boundary there is, inside tags and inside letters. */
  const inPieces: Handler = async (_request, response) => {
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      Link: "</_next/a.js>; rel=preload",
    });
    for (const byte of Buffer.from(PAGE)) response.write(Buffer.from([byte]));
    response.end();
  };

  test("cleans a page however it was cut, and says its length", async () => {
    const { status, headers, body } = await get(inPieces);
    expect(status).toBe(200);
    expect(body.toString()).toBe(CLEAN);
    expect(headers["content-length"]).toBe(String(Buffer.byteLength(CLEAN)));
    expect(headers.link).toBeUndefined();
  });

  test.each([
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
  ])("compresses for a browser that takes %s", async (accepted, used, unpack) => {
    const { headers, body } = await get(inPieces, { headers: { "accept-encoding": accepted } });
    expect(headers["content-encoding"]).toBe(used);
    expect(headers["content-length"]).toBe(String(body.length));
    expect(headers.vary).toBe("Accept-Encoding");
    expect(unpack(body).toString()).toBe(CLEAN);
  });

  test("asks Next for plain text, and hides an origin that says nothing together with the cookies", async () => {
    let seen: IncomingMessage["headers"] = {};
    await get(
      async (request, response) => {
        seen = request.headers;
        response.end();
      },
      { headers: { "accept-encoding": "br", origin: "null", cookie: "lastmetre-session=x" } },
    );
    expect(seen["accept-encoding"]).toBe("identity");
    expect(seen.origin).toBeUndefined();
    expect(seen.cookie).toBeUndefined();
  });

  test("an origin that says something stays: Next compares it", async () => {
    let seen: IncomingMessage["headers"] = {};
    await get(
      async (request, response) => {
        seen = request.headers;
        response.end();
      },
      { headers: { origin: "https://other.test", cookie: "lastmetre-session=x" } },
    );
    expect(seen).toMatchObject({ origin: "https://other.test", cookie: "lastmetre-session=x" });
  });

  test("lets redirects and pictures through as they are", async () => {
    const redirect = await get(async (_request, response) => {
      response.statusCode = 303;
      response.setHeader("location", "/s/token?lang=fi");
      response.end();
    });
    expect([redirect.status, redirect.headers.location]).toEqual([303, "/s/token?lang=fi"]);
    const bytes = Buffer.from([0, 255, 60, 115, 99, 114]);
    const picture = await get(
      async (_request, response) => {
        response.setHeader("content-type", "image/webp");
        response.end(bytes);
      },
      { path: "/s/token/logo" },
    );
    expect(picture.body).toEqual(bytes);
  });

  test("a page may choose its status", async () => {
    const { status, body } = await get(async (_request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      setPageStatus(404);
      response.setHeader("content-type", "text/html");
      response.end(PAGE);
    });
    expect([status, body.toString()]).toEqual([404, CLEAN]);
  });

  test.each<[string, Handler]>([
    [
      "plain text",
      async (_request, response) => {
        response.writeHead(500, { "content-type": "text/plain" });
        response.end("Internal Server Error");
      },
    ],
    [
      "Next's empty shell",
      async (_request, response) => {
        response.writeHead(500, { "content-type": "text/html" });
        response.end('<!DOCTYPE html><html id="__next_error__"><body></body></html>');
      },
    ],
  ])("a failure (%s) becomes a page that says what to do, in the reader's language", async (_, handler) => {
    const { status, body } = await get(handler, { headers: { "accept-language": "sv-FI,sv;q=0.9" } });
    expect(status).toBe(500);
    expect(body.toString()).toContain('<html lang="sv">');
    expect(body.toString()).toContain("Sidan kan inte öppnas just nu");
    expect(body.toString()).not.toContain("Internal Server Error");
  });

  test("a form from before an update leads back to the page, which asks to send it again", async () => {
    const { status, headers, body } = await get(
      async (_request, response) => {
        response.writeHead(409, { "content-type": "text/plain", "x-nextjs-action-not-found": "1" });
        response.end("Server Action unavailable.");
      },
      { method: "POST", path: "/s/token?score=4" },
    );
    expect([status, headers.location, body.length]).toEqual([303, "/s/token?problem=renewed", 0]);
  });

  test("HEAD gets headers and no body", async () => {
    const { status, body } = await get(
      async (_request, response) => {
        response.setHeader("content-type", "text/html");
        response.end();
      },
      { method: "HEAD" },
    );
    expect([status, body.length]).toEqual([200, 0]);
  });
});
