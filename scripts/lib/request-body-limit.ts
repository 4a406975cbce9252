import type { IncomingMessage, ServerResponse } from "node:http";
import { unavailablePage } from "../../src/features/responses/unavailable-page";
import { isRespondentPath } from "./respondent-response-filter";

/** Room for the longest form and comment. Next's own limit is for files, and any of its actions can be posted anywhere. */
export const MOST_BYTES_OF_PUBLIC_FORM = 200_000;

/** How long what is still being sent is thrown away, so that the sender gets to read the answer. */
const LINGER_MS = 2_000;

/**
 * Whether a request may be worked on: its body is complete, or may be read as it comes. Outside an organization's pages
 * (where files are uploaded) and the API (which asks for a key first and has limits of its own:
 * src/server/api/read-body.ts) one of more than 200 kB is answered with 413 and its connection closed. A body that says
 * its length is judged before a byte of it is read. Up to that size a body is held back until it has ended, so that
 * nothing works on half of one, and nobody's slow connection holds a place in the server. False also when the sender left.
 */
export async function acceptBody(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const length = lengthOfBody(request);
  if (length === 0) return true;
  if (takesFiles(request) && length > MOST_BYTES_OF_PUBLIC_FORM) return true;
  const isSmall =
    length === Number.POSITIVE_INFINITY
      ? await holdBack(request)
      : length <= MOST_BYTES_OF_PUBLIC_FORM && (await holdBack(request));
  if (!isSmall && !request.destroyed) refuse(request, response);
  return isSmall;
}

/** Whether a request brings a file, or more than a form holds, to where that may be. */
export function isUpload(request: IncomingMessage): boolean {
  return takesFiles(request) && lengthOfBody(request) > MOST_BYTES_OF_PUBLIC_FORM;
}

function takesFiles({ url = "" }: IncomingMessage): boolean {
  return url.startsWith("/o/") || url.startsWith("/api/v1/");
}

/** In bytes; without end for a body that does not say. */
function lengthOfBody({ headers }: IncomingMessage): number {
  if (headers["transfer-encoding"] !== undefined) return Number.POSITIVE_INFINITY;
  return Number(headers["content-length"] ?? 0);
}

/** Keeps what arrives until the body has ended, and then lets the request have it; false once it is too much. */
function holdBack(request: IncomingMessage): Promise<boolean> {
  const { push } = request;
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    const leave = () => resolve(false);
    const settle = (isSmall: boolean) => {
      request.push = push;
      request.off("close", leave);
      resolve(isSmall);
    };
    request.once("close", leave);
    request.push = (chunk: Buffer | null) => {
      if (chunk === null) {
        settle(true);
        for (const held of chunks) request.push(held);
        return request.push(null);
      }
      bytes += chunk.length;
      if (bytes > MOST_BYTES_OF_PUBLIC_FORM) settle(false);
      else chunks.push(chunk);
      return true;
    };
  });
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const isPage = isRespondentPath(request.url);
  const body = Buffer.from(
    isPage ? unavailablePage(request.headers["accept-language"], "tooMuch") : "Content Too Large\n",
  );
  response.writeHead(413, {
    connection: "close",
    "content-type": `text/${isPage ? "html" : "plain"}; charset=utf-8`,
    "content-length": body.length,
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    "x-content-type-options": "nosniff",
  });
  response.write(body);
  const timer = setTimeout(finish, LINGER_MS);
  function finish() {
    clearTimeout(timer);
    response.end();
  }
  request.once("end", finish).once("close", finish).on("error", finish).resume();
}
