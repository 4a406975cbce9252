const WORKER = "/entry-worker.js";
/** As in the worker: the cache of a page is named by its path. */
const CACHE = "audit-entry";

const canKeep = () => "serviceWorker" in navigator && "caches" in window;

/**
 * Keeps the entry page with this path on the device, so that it can be opened again without a connection. Does nothing where
 * that is not possible; entering works all the same.
 */
export async function keepPage(path: string): Promise<void> {
  // A developer's scripts change under the same names.
  if (!canKeep() || process.env.NODE_ENV !== "production") return;
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: path });
    const worker = registration.active ?? (await untilActive(registration));
    const assets = performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((name) => name.startsWith("/_next/static/"));
    worker?.postMessage({ type: "keep", assets });
  } catch {
    // Switched off, or forbidden by the browser's settings.
  }
}

function untilActive(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return Promise.resolve(registration.active);
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve(worker);
      else if (worker.state === "redundant") resolve(null);
    });
  });
}

/** Whether the page on screen is the copy kept on the device: the server may have heard of more since it was made. */
export async function isKeptCopy(): Promise<boolean> {
  const worker = "serviceWorker" in navigator ? navigator.serviceWorker.controller : null;
  if (!worker) return false;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(() => resolve(false), 1000);
    worker.postMessage({ type: "ask" }, [port2]);
  });
}

/** Forgets one entry page (submitted, discarded), or all of them (somebody else may use the device next). */
export async function forgetPages(path?: string): Promise<void> {
  if (!canKeep()) return;
  try {
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      const { pathname } = new URL(registration.scope);
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      if (worker && new URL(worker.scriptURL).pathname === WORKER && (!path || pathname === path)) {
        worker.postMessage({ type: "forget" });
        await registration.unregister();
      }
    }
    for (const name of await caches.keys()) {
      if (path ? name === CACHE + path : name.startsWith(CACHE)) await caches.delete(name);
    }
  } catch {
    // Nothing is kept where this fails.
  }
}
