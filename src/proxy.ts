import { type NextRequest, NextResponse } from "next/server";

const isDevelopment = process.env.NODE_ENV === "development";

/** Respondents' pages carry no script at all; every other page only scripts with this response's nonce. */
function contentSecurityPolicy(pathname: string, nonce: string): string {
  const isRespondentPage = pathname.startsWith("/s/");
  const scriptSource = isRespondentPage
    ? "'none'"
    : `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`;
  return [
    "default-src 'none'",
    `script-src ${scriptSource}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${isRespondentPage ? "'none'" : "'self'"}`,
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** What the reader asked for, without the parameter that Next adds when it fetches a page for its router. */
function requestedPath({ nextUrl }: NextRequest): string {
  const search = new URLSearchParams(nextUrl.searchParams);
  search.delete("_rsc");
  return search.size > 0 ? `${nextUrl.pathname}?${search}` : nextUrl.pathname;
}

/** Security headers of every page. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(request.nextUrl.pathname, nonce);
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set("content-security-policy", policy);
  requestHeaders.set("x-nonce", nonce);
  requestHeaders.set("x-requested-path", requestedPath(request));

  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "SAMEORIGIN");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (process.env.APP_URL?.startsWith("https://")) {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

// The API sets its own headers; passing it through here would cut off its uploads and cost a part of its speed.
export const config = { matcher: ["/((?!api/v1/|_next/static|_next/image|favicon.ico|icon.svg).*)"] };
