import { AsyncLocalStorage } from "node:async_hooks";
import { RESPONSE_STATUS, type ResponseNotes } from "../../src/server/response-status";

const store = new AsyncLocalStorage<ResponseNotes>();
// The product and this web server are one process and two bundles: they meet here.
Object.assign(globalThis, { [RESPONSE_STATUS]: store });

/** Runs the handling of one request; whatever it does can leave notes for the web server (src/server/response-status.ts). */
export function withNotes<T>(run: (notes: ResponseNotes) => T): T {
  const known = store.getStore();
  if (known) return run(known);
  const notes: ResponseNotes = { status: null, pageKey: null, isBusy: false };
  return store.run(notes, () => run(notes));
}
