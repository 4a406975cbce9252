/*
 * Lets the page of one audit's entry be opened again without a connection. Registered for that page alone
 * (src/features/audits/entry/kept-pages.ts); it keeps the page with its headers, so that the nonces of its policy still fit
 * its scripts, and those scripts. With a connection the server is always asked first, and what it says holds: a page it no
 * longer gives (signed out, not one's own) is not kept any longer.
 */
const scope = new URL(self.registration.scope).pathname;
const cacheName = `audit-entry${scope}`;
const assets = "/_next/static/";
/** Pages that were given the kept copy: they ask, and then know that the server may have heard of more since. */
const openedFromCopy = new Set();
/** The person signed out or submitted: what is still being kept at that moment is not. */
let isForgotten = false;
/** Milliseconds after which a server that says nothing counts as out of reach. */
const patience = 8000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const { type, assets: used = [] } = event.data ?? {};
  if (type === "ask") event.ports[0]?.postMessage(openedFromCopy.has(event.source?.id));
  if (type === "keep") {
    isForgotten = false;
    event.waitUntil(keepPage(used));
  }
  if (type === "forget") {
    isForgotten = true;
    event.waitUntil(caches.delete(cacheName));
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && url.pathname === scope)
    event.respondWith(openPage(request, event.resultingClientId));
  else if (url.pathname.startsWith(assets)) event.respondWith(openAsset(request));
});

/** Keeps the page as the server gives it now, with every script and style that it or the open page uses. */
async function keepPage(used) {
  const response = await fetch(scope, { credentials: "same-origin", redirect: "manual", cache: "no-store" });
  if (!response.ok) {
    if (response.status < 500) await caches.delete(cacheName);
    return;
  }
  const html = await response.clone().text();
  const named = [...html.matchAll(/\/_next\/static\/[\w./~%-]+\.(?:js|css|woff2)/g)].map(([path]) => path);
  const wanted = new Set([...named, ...used.filter((path) => path.startsWith(assets))]);
  const cache = await caches.open(cacheName);
  await Promise.all(
    [...wanted].map(async (path) => {
      if (await cache.match(path)) return;
      const asset = await fetch(path).catch(() => null);
      if (asset?.ok) await cache.put(path, asset);
    }),
  );
  if (isForgotten) return void (await caches.delete(cacheName));
  await cache.put(scope, response);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== scope && !wanted.has(pathname)) await cache.delete(url);
  }
}

async function openPage(request, client) {
  const keptPage = () => caches.match(scope, { cacheName, ignoreSearch: true, ignoreVary: true });
  const openCopy = async () => {
    const copy = await keptPage();
    if (copy) openedFromCopy.add(client);
    return copy;
  };
  let timer;
  try {
    const late = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error("late")), patience);
    });
    const answer = fetch(request);
    // Without a kept page there is nothing to be impatient for.
    const response = await ((await keptPage()) ? Promise.race([answer, late]) : answer);
    if (response.status >= 500) return (await openCopy()) ?? response;
    if (!response.ok) await caches.delete(cacheName);
    return response;
  } catch {
    return (await openCopy()) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

/** Names of assets change with their content, so a kept one is never an old one. */
async function openAsset(request) {
  return (await caches.match(request, { cacheName, ignoreVary: true })) ?? fetch(request);
}
