import { type NextRequest, NextResponse } from "next/server";
import {
  COMMON_SECURITY_HEADERS,
  contentSecurityPolicy,
  RESPONDENT_POLICY,
  transportSecurity,
} from "@/server/security-headers";

const isDevelopment = process.env.NODE_ENV === "development";

/** Where audits are entered: kept on the device by a service worker, to be opened again without a connection. */
const ENTRY_PAGE = /^\/o\/[^/]+\/audits\/[^/]+\/enter$/;

/** Only scripts with this response's nonce; in the preview of respondents' pages none, as in those pages. */
function policyOf(pathname: string, nonce: string): string {
  if (pathname.startsWith("/s/")) return RESPONDENT_POLICY;
  const development = isDevelopment ? " 'unsafe-eval'" : "";
  const policy = contentSecurityPolicy(`'self' 'nonce-${nonce}' 'strict-dynamic'${development}`, "'self'");
  return ENTRY_PAGE.test(pathname) ? `${policy}; worker-src 'self'` : policy;
}

/** What the reader asked for, without the parameter that Next adds when it fetches a page for its router. */
function requestedPath({ nextUrl }: NextRequest): string {
  const search = new URLSearchParams(nextUrl.searchParams);
  search.delete("_rsc");
  return search.size > 0 ? `${nextUrl.pathname}?${search}` : nextUrl.pathname;
}

/** Security headers of every page but those of respondents, which have them from next.config.ts: no two of theirs differ. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = policyOf(request.nextUrl.pathname, nonce);
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set("content-security-policy", policy);
  requestHeaders.set("x-nonce", nonce);
  requestHeaders.set("x-requested-path", requestedPath(request));

  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(COMMON_SECURITY_HEADERS)) response.headers.set(name, value);
  const transport = transportSecurity();
  if (transport) response.headers.set("strict-transport-security", transport);
  return response;
}

// The API sets its own headers; passing it through here would cut off its uploads and cost a part of its speed. The same
// holds for files of audits. Respondents' pages have theirs from next.config.ts, but for their preview, which is a page of
// the product.
export const config = {
  matcher: [
    "/((?!api/v1/|s/(?!preview/)|r/|o/[^/]+/audits/[^/]+/(?:photos|attachments|files/[^/]+)$|_next/static|_next/image|favicon.ico|icon.svg).*)",
  ],
};
