import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Where the web server (scripts/lib/request-handler.ts) finds the API's own handler: the product and the web server are one
 * process and two bundles, and meet on `globalThis`.
 */
export const DIRECT_API = Symbol.for("lastmetre.directApi");
export type DirectApi = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
