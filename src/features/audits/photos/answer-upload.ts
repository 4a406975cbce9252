import "server-only";
import { toActionFailure } from "@/server/define-action";
import { ExpectedError } from "@/server/errors";
import { COMMON_SECURITY_HEADERS, transportSecurity } from "@/server/security-headers";
import { RefusedFileError } from "./refused-file-error";

const STATUS = {
  invalid: 400,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-many": 429,
  unexpected: 500,
};

/** The headers of routes that src/proxy.ts does not see. */
export function fileRouteHeaders(): Record<string, string> {
  const transport = transportSecurity();
  return {
    ...COMMON_SECURITY_HEADERS,
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    ...(transport ? { "strict-transport-security": transport } : {}),
  };
}

/**
 * Answers a script of a page: what the work gives as JSON, or `{message}` in the user's language with the status that fits
 * (401 signed out, 404, 409 submitted, 413 too large, 415 not acceptable, 422 too many, 408, 429
 * and 503 try again).
 */
export async function answerUpload(work: () => Promise<unknown>, status = 200): Promise<Response> {
  const headers = { ...fileRouteHeaders(), "cache-control": "no-store" };
  try {
    return Response.json(await work(), { status, headers });
  } catch (error) {
    const failure = await toActionFailure(error);
    const message = Object.values(failure.fields ?? {})[0] ?? failure.message ?? "";
    const code = statusOf(error, STATUS[failure.code]);
    return Response.json(
      { message },
      {
        status: code,
        headers: { ...headers, ...(code === 429 || code === 503 ? { "retry-after": "5" } : {}) },
      },
    );
  }
}

function statusOf(error: unknown, usual: number): number {
  if (error instanceof RefusedFileError) return error.status;
  return error instanceof ExpectedError && error.message === "signedOut" ? 401 : usual;
}

/**
 * Whether a body says it is a picture, a PDF or bytes. A page of another site cannot send one that does: browsers ask
 * first (CORS), and are refused.
 */
export function requireFileType(request: Request): void {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(image\/|application\/pdf$|application\/octet-stream$)/i.test(type.split(";")[0]?.trim() ?? ""))
    throw new RefusedFileError("photoNotPicture", 415);
}
