import type { IncomingMessage, ServerResponse } from "node:http";
import { DIRECT_API, type DirectApi } from "../../src/server/api/direct-api";
import { appendPeerAddress } from "../../src/server/peer-address";
import { Admission, type AdmissionLimits } from "./admission";
import { serveAnswerForm } from "./answer-form";
import { AnswerPageCache } from "./answer-page-cache";
import { prepareBusyResponse, RETRY_AFTER_SECONDS } from "./busy-response";
import { acceptBody, isUpload } from "./request-body-limit";
import { withNotes } from "./request-notes";
import { isRespondentPath, serveRespondentPage } from "./respondent-response-filter";

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What every request of the product passes on its way to Next. */
export function createRequestHandler(options: {
  serveWithNext: RequestHandler;
  limits: AdmissionLimits;
}): RequestHandler {
  const admission = new Admission(options.limits);
  const answerPages = new AnswerPageCache();

  /** With its body complete (see acceptBody) and its turn come. */
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await serveParts(request, response);
    } catch (error) {
      // Nobody waits for an answer that will not come, and its place is free.
      response.destroy();
      console.error(error instanceof Error ? error.stack : "a request could not be handled");
    }
  }

  async function serveParts(request: IncomingMessage, response: ServerResponse): Promise<void> {
    appendPeerAddress(request);
    const direct = findDirectApi(request);
    if (direct) return direct(request, response);
    await withNotes(async (notes) => {
      if (!isRespondentPath(request.url)) {
        sayBusyInsteadOfFailing(response, () => notes.isBusy);
        await options.serveWithNext(request, response);
        return;
      }
      // What fails here fails again in the page, which knows what to say.
      const isServed =
        (await serveAnswerForm(request, response)) ||
        (await answerPages.serve(request, response).catch(() => false));
      if (isServed) return;
      if (notes.isBusy) response.end(prepareBusyResponse(request, response));
      else {
        await serveRespondentPage(request, response, options.serveWithNext, (key, page) =>
          answerPages.keep(request, key, page),
        );
      }
    });
  }

  return async (request, response) => {
    if (!(await acceptBody(request, response))) return;
    if (passesFreely(request)) return serve(request, response);
    const abandoned = new AbortController();
    const closed = new Promise<void>((resolve) => {
      response.once("close", () => {
        abandoned.abort("closed"); // With no reason given, making an error would be the costliest part.
        resolve();
      });
    });
    const isUrgent = request.method === "POST" && isRespondentPath(request.url);
    if (!(await admission.enter({ isUrgent, abandoned: abandoned.signal }))) {
      if (!response.destroyed) response.end(prepareBusyResponse(request, response));
      return;
    }
    // Work goes on when its reader has left, and a reader may be slow: the place is free when both have ended.
    await Promise.all([serve(request, response), closed]);
    admission.leave();
  };
}

/**
 * What needs no turn: the health check (a busy server is not a sick one), files that only have to be read from disk, and
 * uploads, which would hold a place for as long as their sender's connection is slow.
 */
function passesFreely(request: IncomingMessage): boolean {
  const { url = "" } = request;
  return url === "/api/health" || url.startsWith("/_next/static/") || isUpload(request);
}

/**
 * The API's own handler for what programs post, once its module has been loaded by Next: for a small request Next's work
 * around it is most of the time it takes. Reading goes through Next, which compresses what is large.
 */
function findDirectApi({ method, url = "" }: IncomingMessage): DirectApi | undefined {
  if (method !== "POST" || !url.startsWith("/api/v1/")) return undefined;
  return (globalThis as { [DIRECT_API]?: DirectApi })[DIRECT_API];
}

/** A failure for lack of a database connection is a 503 that says when to come back. */
function sayBusyInsteadOfFailing(response: ServerResponse, isBusy: () => boolean) {
  const { writeHead } = response;
  response.writeHead = ((status: number, ...rest: []) => {
    if (status !== 500 || !isBusy()) return writeHead.call(response, status, ...rest);
    response.setHeader("retry-after", RETRY_AFTER_SECONDS);
    return writeHead.call(response, 503, ...rest);
  }) as typeof response.writeHead;
}
