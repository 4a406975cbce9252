import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { offeredAnswerPages } from "../../src/features/responses/answer-page-link";
import { escapeHtml } from "../../src/server/mail-layout";
import { isToken } from "../../src/server/token-form";
import { gzipPieces, type Literal, prepareLiteral } from "./gzip-pieces";

const TOKEN = Symbol("token");
const LINE = Symbol("line about the encounter");

/** A finished page without what is one request's own, which stands between its pieces. */
type Template = {
  status: number;
  headers: OutgoingHttpHeaders;
  pieces: (Literal | typeof TOKEN | typeof LINE)[];
};

/** Of the page's own the line alone, as ScoreStep writes it: in texts React escapes every "<". */
const ENCOUNTER_LINE = /(?<=<p class="about">)[^<]*(?=<\/p>)/;

const OF_ONE_RESPONSE = [
  "content-length",
  "content-encoding",
  "transfer-encoding",
  "date",
  "connection",
  "keep-alive",
  "set-cookie",
];

/**
 * Answer pages that Next has rendered, kept by what shaped them. Rendering costs more than all the rest of an answer, and
 * the page of one survey in one language is the same for everybody but for the token and the line that names the
 * encounter. What a token's page would be now is asked of the product for every request (`describeAnswerPage`: one
 * statement), so a page is never shown to somebody whose page has become another one.
 * See docs/decisions/0011-answer-page-cache.md.
 */
export class AnswerPageCache {
  private readonly templates = new Map<string, Template>();

  constructor(private readonly limit = 500) {}

  /** Sends the page of a request if there is one; false: Next has to render it. Throws when the database fails. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const describePage = offeredAnswerPages();
    const address = describePage && readAddress(request);
    if (!address) return false;
    const page = await describePage(address.token, address.search);
    const template = page && this.templates.get(page.key);
    if (!page || !template) return false;
    this.templates.delete(page.key);
    this.templates.set(page.key, template);

    const own = { [TOKEN]: address.token, [LINE]: escapeHtml(page.encounterLine ?? "") };
    const pieces = template.pieces.map((piece) => (typeof piece === "symbol" ? own[piece] : piece));
    response.statusCode = template.status;
    for (const [name, value] of Object.entries(template.headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    const takesGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    const body = takesGzip
      ? gzipPieces(pieces)
      : Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece.plain)));
    if (takesGzip) response.setHeader("content-encoding", "gzip");
    response.setHeader("vary", "Accept-Encoding");
    response.setHeader("content-length", body.length);
    response.end(body);
    return true;
  }

  /** Keeps a page that was rendered for a request; the page used longest ago makes room. */
  keep(request: IncomingMessage, key: string, page: { html: string; response: ServerResponse }): void {
    const address = readAddress(request);
    if (!address) return;
    const headers = { ...page.response.getHeaders() };
    for (const name of OF_ONE_RESPONSE) delete headers[name];
    const parts = page.html.split(ENCOUNTER_LINE);
    if (parts.length > 2) return;
    const pieces = parts.flatMap((part, index) => [
      ...(index > 0 ? [LINE] : []),
      ...part
        .split(address.token)
        .flatMap((text, place) => [...(place > 0 ? [TOKEN] : []), prepareLiteral(text)]),
    ]) as Template["pieces"];
    this.templates.set(key, { status: page.response.statusCode, headers, pieces });
    const oldest = this.templates.keys().next().value;
    if (this.templates.size > this.limit && oldest !== undefined) this.templates.delete(oldest);
  }
}

/** Token and parameters of a request for an answer page; null for every other request, also one of Next's router. */
function readAddress({ method, url = "", headers }: IncomingMessage) {
  if (method !== "GET" || headers.rsc !== undefined) return null;
  const question = url.indexOf("?");
  const path = question < 0 ? url : url.slice(0, question);
  const token = path.slice("/s/".length);
  if (!path.startsWith("/s/") || !isToken(token)) return null;
  return { token, search: new URLSearchParams(question < 0 ? "" : url.slice(question)) };
}
