import "server-only";
import { writeDocsPage } from "@/server/api/docs-page";
import { handleApiRequest } from "@/server/api/handle-request";
import { fromRequest, serveDirectly, toResponse } from "@/server/api/incoming";
import { writeOpenApi } from "@/server/api/openapi";
import { makeRoutes } from "@/server/api/routes";
import { ENDPOINTS } from "./endpoints/all";

const routes = makeRoutes(ENDPOINTS);
serveDirectly((incoming) => handleApiRequest(routes, incoming));

/** What is written once and is the same for everybody. */
const documents: Record<string, { type: string; write: () => string; text?: string }> = {
  "/api/v1/openapi.json": {
    type: "application/json",
    write: () => JSON.stringify(writeOpenApi(ENDPOINTS)),
  },
  "/api/v1/docs": { type: "text/html; charset=utf-8", write: () => writeDocsPage(writeOpenApi(ENDPOINTS)) },
};

/** Answers any request under /api/v1: the two documents to anybody, everything else through the endpoints' checks. */
export async function serveApi(request: Request): Promise<Response> {
  const document = documents[new URL(request.url).pathname];
  if (!document || (request.method !== "GET" && request.method !== "HEAD")) {
    return toResponse(request, await handleApiRequest(routes, fromRequest(request)));
  }
  document.text ??= document.write();
  return new Response(request.method === "HEAD" ? null : document.text, {
    headers: {
      "Content-Type": document.type,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
  });
}
