import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { unavailablePage } from "../../src/features/responses/unavailable-page";
import { RATING_SCRIPT, transportSecurity } from "../../src/server/security-headers";
import { prepareBusyResponse } from "./busy-response";
import { withNotes } from "./request-notes";

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Gets each page that others may be sent too, before it is compressed, under the key its rendering gave it. */
export type KeepPage = (key: string, page: { html: string; response: ServerResponse }) => void;

/** Whether a path is one of the pages for people without an account. */
export function isRespondentPath(url: string | undefined): boolean {
  return (url?.startsWith("/s/") || url?.startsWith("/r/")) ?? false;
}

/**
 * Serves a respondent page as plain HTML. Next adds its scripts and the page's data for them to every page, with no option
 * against it; respondent pages use neither (docs/decisions/0002-server-actions-without-script.md). The page is a few kB,
 * so it is gathered whole, cleaned, compressed and sent with its length.
 */
export async function serveRespondentPage(
  request: IncomingMessage,
  response: ServerResponse,
  serveWithNext: RequestHandler,
  keepPage: KeepPage = () => {},
): Promise<void> {
  const acceptEncoding = String(request.headers["accept-encoding"] ?? "");
  // What Next compresses could not be read here.
  request.headers["accept-encoding"] = "identity";
  // Sent by mail programs' viewers and privacy tools. The form's token is its authority and no cookie is involved. Any
  // action of the product can be posted to any path, so the cookies go too: nothing is left that another site could borrow.
  if (request.headers.origin === "null") {
    delete request.headers.origin;
    delete request.headers.cookie;
  }

  await withNotes(async (notes) => {
    gather(response, (body) => {
      if (notes.status !== null && response.statusCode === 200) response.statusCode = notes.status;
      if (notes.isBusy && response.statusCode === 500) return prepareBusyResponse(request, response);
      const html = finish(request, response, body);
      if (typeof html !== "string") return html;
      if (notes.pageKey !== null && response.statusCode < 500) keepPage(notes.pageKey, { html, response });
      return sendableHtml(response, html, acceptEncoding);
    });
    await serveWithNext(request, response);
  });
}

/** Holds back everything written to a response until its end; then sends what `finish` makes of it. */
function gather(response: ServerResponse, finish: (body: Buffer) => Buffer | null): void {
  const chunks: Buffer[] = [];
  const { write, end, writeHead } = response;
  const keep = (chunk: unknown, encoding: unknown) => {
    if (chunk === undefined || chunk === null || typeof chunk === "function") return;
    chunks.push(
      typeof chunk === "string"
        ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
        : Buffer.from(chunk as Uint8Array),
    );
  };
  const callbackOf = (...candidates: unknown[]) =>
    candidates.find((value) => typeof value === "function") as (() => void) | undefined;

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((value) => typeof value === "object" && value !== null);
    if (Array.isArray(headers)) {
      for (let index = 0; index + 1 < headers.length; index += 2)
        response.setHeader(headers[index], headers[index + 1]);
    } else if (headers) {
      for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders)) {
        if (value !== undefined) response.setHeader(name, value);
      }
    }
    return response;
  }) as typeof response.writeHead;
  response.flushHeaders = () => {};
  response.write = ((chunk: unknown, encoding?: unknown, callback?: unknown) => {
    keep(chunk, encoding);
    const done = callbackOf(encoding, callback);
    if (done) process.nextTick(done);
    return true;
  }) as typeof response.write;
  response.end = ((chunk?: unknown, encoding?: unknown, callback?: unknown) => {
    keep(chunk, encoding);
    Object.assign(response, { write, end, writeHead });
    const body = finish(Buffer.concat(chunks));
    const done = callbackOf(chunk, encoding, callback);
    return body ? response.end(body, done) : response.end(done);
  }) as typeof response.end;
}

/** Sets the final headers and gives the body: text for a page, otherwise what is sent as it is. */
function finish(request: IncomingMessage, response: ServerResponse, body: Buffer): string | Buffer | null {
  response.removeHeader("link"); // Preloads of scripts.
  const transport = transportSecurity();
  if (transport) response.setHeader("strict-transport-security", transport);
  if (response.statusCode >= 400 && isPage(request)) {
    if (response.getHeader("x-nextjs-action-not-found")) return askAgain(request, response);
    if (!isHtml(response) || isErrorShell(body)) {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("cache-control", "no-store");
      return unavailablePage(request.headers["accept-language"]);
    }
  }
  return isHtml(response) && body.length > 0 ? removeScripts(body.toString("utf8")) : body;
}

function isPage(request: IncomingMessage): boolean {
  return /^\/(s\/[^/?]*(\/unsubscribe\/?)?|r\/[^/?]*(\/[\da-f-]{36})?)(\?|$)/.test(request.url ?? "");
}

function isHtml(response: ServerResponse): boolean {
  return String(response.getHeader("content-type") ?? "").startsWith("text/html");
}

/** What Next sends when a page failed: an empty document whose script would show the error. */
function isErrorShell(body: Buffer): boolean {
  return body.includes('<html id="__next_error__">');
}

/** The form came from a page of an older version of the product, which this one cannot read: show the page anew. */
export function askAgain(request: IncomingMessage, response: ServerResponse): null {
  response.statusCode = 303;
  response.setHeader("location", `${(request.url ?? "").split("?")[0]}?problem=renewed`);
  for (const name of ["x-nextjs-action-not-found", "content-type", "etag"]) response.removeHeader(name);
  response.setHeader("content-length", 0);
  return null;
}

/** A page as the browser takes it: compressed if it can read that, with its length. */
export function sendableHtml(response: ServerResponse, text: string, acceptEncoding: string): Buffer {
  const html = Buffer.from(text);
  const encoding = /\bbr\b/.test(acceptEncoding) ? "br" : /\bgzip\b/.test(acceptEncoding) ? "gzip" : null;
  const body =
    encoding === "br"
      ? brotliCompressSync(html, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 4,
            [constants.BROTLI_PARAM_SIZE_HINT]: html.length,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          },
        })
      : encoding === "gzip"
        ? gzipSync(html)
        : html;
  if (encoding) response.setHeader("content-encoding", encoding);
  response.setHeader("vary", "Accept-Encoding");
  response.removeHeader("etag");
  response.removeHeader("transfer-encoding");
  response.setHeader("content-length", body.length);
  return body;
}

/** One attribute list of a tag: a quoted value may hold ">". */
const ATTRIBUTES = `(?:[^>"']|"[^"]*"|'[^']*')*`;
/** As a browser reads it, a script ends at the first "</script", and what React writes into one never holds that. */
const SCRIPT = new RegExp(String.raw`<script\b${ATTRIBUTES}>[\s\S]*?</script\s*>`, "gi");
const LINK = new RegExp(String.raw`<link\b${ATTRIBUTES}>`, "gi");

/** public/rating.js, the one script of raters' pages, as React writes its tag; elsewhere their policy would not let it run. */
const RATING_SCRIPT_TAG = new RegExp(`^<script src="${RATING_SCRIPT.src}"[^>]*></script>$`);

/**
 * HTML without script elements but that of rating pages, and without links that fetch ahead what these pages never use: scripts, and the style of
 * the rest of the product. Texts are safe: React escapes every "<".
 */
export function removeScripts(html: string): string {
  return html
    .replace(SCRIPT, (script) => (RATING_SCRIPT_TAG.test(script) ? script : ""))
    .replace(LINK, (link) => (isNeedlessPreload(link) ? "" : link));
}

function isNeedlessPreload(link: string): boolean {
  if (/\brel\s*=\s*["']?modulepreload\b/i.test(link)) return true;
  return /\brel\s*=\s*["']?preload\b/i.test(link) && /\bas\s*=\s*["']?(script|style|font)\b/i.test(link);
}
