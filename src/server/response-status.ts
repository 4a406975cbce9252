import type { AsyncLocalStorage } from "node:async_hooks";

/** Where the web server of this process keeps the status of the page being rendered (scripts/lib/respondent-response-filter.ts). */
export const RESPONSE_STATUS = Symbol.for("lastmetre.response-status");

type Slot = { [RESPONSE_STATUS]?: AsyncLocalStorage<{ status: number | null }> };

/**
 * Sets the HTTP status of the respondent page being rendered. Next gives a page no way to do that but `notFound()`, whose
 * page appears only by script. Outside our own web server (`next dev`) the status stays 200 and nothing else changes.
 */
export function setPageStatus(status: 404 | 410): void {
  const store = (globalThis as Slot)[RESPONSE_STATUS]?.getStore();
  if (store) store.status = status;
}
