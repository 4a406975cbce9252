import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { offeredAnswerPages } from "../../src/features/responses/answer-page-link";
import { escapeHtml } from "../../src/server/mail-layout";
import { isToken } from "../../src/server/token-form";
import { sendableHtml } from "./respondent-response-filter";

/** A finished page without what is one request's own. */
type Template = {
  status: number;
  headers: OutgoingHttpHeaders;
  /** The HTML up to the line about the encounter and after it, cut at each place of the token; all in one without the line. */
  before: string[];
  after: string[] | null;
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

    const { before, after } = template;
    const html = after
      ? `${before.join(address.token)}${escapeHtml(page.encounterLine ?? "")}${after.join(address.token)}`
      : before.join(address.token);
    response.statusCode = template.status;
    for (const [name, value] of Object.entries(template.headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.end(sendableHtml(response, html, String(request.headers["accept-encoding"] ?? "")));
    return true;
  }

  /** Keeps a page that was rendered for a request; the page used longest ago makes room. */
  keep(request: IncomingMessage, key: string, page: { html: string; response: ServerResponse }): void {
    const address = readAddress(request);
    if (!address) return;
    const headers = { ...page.response.getHeaders() };
    for (const name of OF_ONE_RESPONSE) delete headers[name];
    const parts = page.html.split(ENCOUNTER_LINE);
    const [before = "", after] = parts;
    if (parts.length > 2) return;
    this.templates.set(key, {
      status: page.response.statusCode,
      headers,
      before: before.split(address.token),
      after: after === undefined ? null : after.split(address.token),
    });
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
