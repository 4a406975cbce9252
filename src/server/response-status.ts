import type { AsyncLocalStorage } from "node:async_hooks";

/** Where the web server of this process keeps what is said here of the request being answered (scripts/lib/request-notes.ts). */
export const RESPONSE_STATUS = Symbol.for("lastmetre.response-status");

/** What the product tells our web server about a response that Next gives it no way to say. */
export type ResponseNotes = {
  status: 404 | 410 | null;
  /** Everything that shaped the respondent page, but its token; null where the page is one person's alone. */
  pageKey: string | null;
  /** The database had no connection free, or could not be reached. */
  isBusy: boolean;
};

type Slot = { [RESPONSE_STATUS]?: AsyncLocalStorage<ResponseNotes> };

const notes = () => (globalThis as Slot)[RESPONSE_STATUS]?.getStore();

/**
 * Sets the HTTP status of the respondent page being rendered. Next gives a page no way to do that but `notFound()`, whose
 * page appears only by script. Outside our own web server (`next dev`) the status stays 200 and nothing else changes.
 */
export function setPageStatus(status: 404 | 410): void {
  const store = notes();
  if (store) store.status = status;
}

/** Says that another page of the same key differs in its token only, so that it need not be rendered again. */
export function notePageKey(key: string | null): void {
  const store = notes();
  if (store) store.pageKey = key;
}

/** Says that what goes wrong now goes wrong for lack of a database connection: "try again soon", not a defect. */
export function noteBusy(): void {
  const store = notes();
  if (store) store.isBusy = true;
}
