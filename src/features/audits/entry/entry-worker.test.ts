import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { beforeEach, expect, it, vi } from "vitest";

const origin = "https://product.test";
const page = "/o/kotikulma/audits/1/enter";
const source = readFileSync("public/entry-worker.js", "utf8");

let server: (path: string) => Response;
let kept: Map<string, Map<string, Response>>;
let handlers: Record<string, (event: unknown) => void>;

const html = (text: string) =>
  new Response(`<html><script src="/_next/static/chunks/a.js"></script>${text}</html>`, {
    headers: { "content-security-policy": "script-src 'nonce-1'" },
  });
const pathOf = (request: string | { url: string }) =>
  new URL(typeof request === "string" ? request : request.url, origin).pathname;

beforeEach(() => {
  kept = new Map();
  handlers = {};
  server = (path) => (path === page ? html("first") : new Response(`script ${path}`));
  const open = async (name: string) => {
    const entries = kept.get(name) ?? new Map<string, Response>();
    kept.set(name, entries);
    return {
      match: async (request: string | { url: string }) => entries.get(pathOf(request))?.clone(),
      put: async (request: string, response: Response) => void entries.set(pathOf(request), response),
      delete: async (request: string) => entries.delete(pathOf(request)),
      keys: async () => [...entries.keys()].map((path) => ({ url: origin + path })),
    };
  };
  runInNewContext(source, {
    self: {
      registration: { scope: origin + page },
      location: { origin },
      addEventListener: (type: string, handler: (event: unknown) => void) => {
        handlers[type] = handler;
      },
    },
    caches: {
      open,
      delete: async (name: string) => kept.delete(name),
      match: async (request: string | { url: string }, { cacheName }: { cacheName: string }) =>
        kept.get(cacheName)?.get(pathOf(request))?.clone(),
    },
    fetch: async (request: string | { url: string }) => server(pathOf(request)),
    Response,
    URL,
    setTimeout: (run: () => void) => setTimeout(run, 20),
    clearTimeout,
  });
});

async function keep(assets: string[] = []): Promise<void> {
  let done: Promise<unknown> = Promise.resolve();
  handlers.message?.({
    data: { type: "keep", assets },
    waitUntil: (work: Promise<unknown>) => (done = work),
  });
  await done;
}

/** What the worker answers; undefined: it leaves the request to the browser. */
async function ask(path: string, request: { mode?: string; method?: string } = {}) {
  let answer: Promise<Response> | undefined;
  handlers.fetch?.({
    request: { url: origin + path, method: "GET", mode: "navigate", ...request },
    resultingClientId: "page-1",
    respondWith: (response: Promise<Response>) => (answer = response),
  });
  return answer && (await answer);
}

const offline = () => {
  server = () => {
    throw new TypeError("no connection");
  };
};

it("gives the kept page with its headers and scripts when there is no connection", async () => {
  await keep(["/_next/static/chunks/late.js"]);
  offline();
  const response = await ask(page);
  expect(await response?.text()).toContain("first");
  expect(response?.headers.get("content-security-policy")).toBe("script-src 'nonce-1'");
  for (const path of ["/_next/static/chunks/a.js", "/_next/static/chunks/late.js"]) {
    expect(await (await ask(path, { mode: "no-cors" }))?.text()).toBe(`script ${path}`);
  }
});

it("asks the server first while there is a connection", async () => {
  await keep();
  server = () => html("second");
  expect(await (await ask(page))?.text()).toContain("second");
});

it("tells a page that it is the kept copy, and no other", async () => {
  const isCopy = () => {
    let told: unknown;
    const ports = [{ postMessage: (answer: unknown) => (told = answer) }];
    handlers.message?.({ data: { type: "ask" }, ports, source: { id: "page-1" } });
    return told;
  };
  await keep();
  await ask(page);
  expect(isCopy()).toBe(false);
  offline();
  await ask(page);
  expect(isCopy()).toBe(true);
});

it("keeps nothing that it was told to forget, not even what is on its way", async () => {
  const keeping = keep();
  handlers.message?.({ data: { type: "forget" }, waitUntil: () => {} });
  await keeping;
  await ask("/_next/static/chunks/a.js", { mode: "no-cors" });
  expect([...kept.keys()]).toEqual([]);
});

it("does not wait for ever for a server that says nothing", async () => {
  await keep();
  server = () => new Promise(() => {}) as unknown as Response;
  expect(await (await ask(page))?.text()).toContain("first");
});

it("gives the kept page when the server is broken, and keeps it", async () => {
  await keep();
  server = () => new Response("broken", { status: 500 });
  expect(await (await ask(page))?.text()).toContain("first");
  await keep();
  offline();
  expect(await (await ask(page))?.text()).toContain("first");
});

it.each([404, 403])("forgets the page when the server says %s, opened or kept anew", async (status) => {
  await keep();
  server = () => new Response("no", { status });
  expect((await ask(page))?.status).toBe(status);
  expect(kept.size).toBe(0);
  server = (path) => (path === page ? html("again") : new Response(""));
  await keep();
  server = () => new Response("no", { status });
  await keep();
  expect(kept.size).toBe(0);
});

it("keeps what the page uses now and no older scripts", async () => {
  await keep(["/_next/static/chunks/old.js"]);
  await keep(["/_next/static/chunks/new.js"]);
  expect([...(kept.get(`audit-entry${page}`)?.keys() ?? [])].sort()).toEqual([
    "/_next/static/chunks/a.js",
    "/_next/static/chunks/new.js",
    page,
  ]);
});

it("keeps nothing but the page and its scripts, and leaves every other request alone", async () => {
  await keep(["/o/kotikulma/employees", `${origin}/elsewhere.js`]);
  expect([...(kept.get(`audit-entry${page}`)?.keys() ?? [])]).not.toContain("/o/kotikulma/employees");
  expect(await ask(page, { method: "POST" })).toBeUndefined();
  expect(await ask("/o/kotikulma/employees")).toBeUndefined();
  expect(await ask(`${page.replace("/enter", "")}/files/1`, { mode: "no-cors" })).toBeUndefined();
});

it("says plainly that there is no connection when nothing is kept", async () => {
  offline();
  vi.spyOn(Response, "error");
  expect((await ask(page))?.type).toBe("error");
});
