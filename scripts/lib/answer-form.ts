import type { IncomingMessage, ServerResponse } from "node:http";
import { offeredAnswerForms } from "../../src/features/responses/answer-page-link";
import { unavailablePage } from "../../src/features/responses/unavailable-page";
import {
  COMMON_SECURITY_HEADERS,
  RESPONDENT_POLICY,
  transportSecurity,
} from "../../src/server/security-headers";
import { prepareBusyResponse } from "./busy-response";
import { withNotes } from "./request-notes";
import { askAgain, sendableHtml } from "./respondent-response-filter";

/**
 * Runs the server action of an answer page's form and answers with its redirect, as Next would, whose way there costs
 * several times what the action does. False, with the request untouched, for whatever is not plainly such a form sent from
 * such a page: that is Next's. The body has to be complete (acceptBody).
 */
export async function serveAnswerForm(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const submit = offeredAnswerForms();
  const contentType = request.headers["content-type"] ?? "";
  if (!submit || !isFormOfAnswerPage(request, contentType)) return false;
  await withNotes(async (notes) => {
    try {
      const form = await readForm(request, contentType);
      const location = form && (await submit(form));
      setHeaders(response);
      if (location) {
        response.statusCode = 303;
        response.setHeader("location", location);
        response.setHeader("content-length", 0);
      } else {
        askAgain(request, response);
      }
      response.end();
    } catch {
      // The product has logged it.
      if (notes.isBusy) return void response.end(prepareBusyResponse(request, response));
      setHeaders(response);
      response.statusCode = 500;
      response.setHeader("content-type", "text/html; charset=utf-8");
      const page = unavailablePage(request.headers["accept-language"]);
      response.end(sendableHtml(response, page, String(request.headers["accept-encoding"] ?? "")));
    }
  });
  return true;
}

/** A form without script posts to its page's address, and a browser names the page's own origin. */
function isFormOfAnswerPage({ method, url = "", headers }: IncomingMessage, contentType: string): boolean {
  if (method !== "POST" || headers["next-action"] !== undefined) return false;
  if (!/^\/s\/[\w-]{16,64}(\?|$)/.test(url) || !contentType.startsWith("multipart/form-data")) return false;
  const { origin } = headers;
  if (origin === undefined || origin === "null") return true;
  return URL.canParse(origin) && new URL(origin).host === (headers["x-forwarded-host"] ?? headers.host);
}

/** The form's fields; null for a body that is no form. */
async function readForm(request: IncomingMessage, contentType: string): Promise<FormData | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = new Response(Buffer.concat(chunks), { headers: { "content-type": contentType } });
  return body.formData().catch(() => null);
}

function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(COMMON_SECURITY_HEADERS)) response.setHeader(name, value);
  response.setHeader("content-security-policy", RESPONDENT_POLICY);
  const transport = transportSecurity();
  if (transport) response.setHeader("strict-transport-security", transport);
  response.setHeader("cache-control", "no-store");
}
