/** The Content-Security-Policy of pages whose scripts `scriptSource` names; `connectSource` is where those may call. */
export function contentSecurityPolicy(scriptSource: string, connectSource: string): string {
  return [
    "default-src 'none'",
    `script-src ${scriptSource}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connectSource}`,
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** The policy of respondents' pages: no script at all, so the same for every response. */
export const RESPONDENT_POLICY = contentSecurityPolicy("'none'", "'none'");

/**
 * public/rating.js, which saves a rater's answers as they are given: what its tag says of it, and all that the policy of
 * raters' pages lets run.
 */
export const RATING_SCRIPT = {
  src: "/rating.js",
  integrity: "sha256-5Dx3wih+pdwBLCz+fBJs0D9vowlWLTTaQFkbOgsJrVY=",
};

/** The policy of 360 raters' pages: the one script, by its hash, and where it posts. */
export const RATER_POLICY = contentSecurityPolicy(`'${RATING_SCRIPT.integrity}'`, "'self'");

/** The security headers that every page has, whoever it is for. */
export const COMMON_SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

/** Tells browsers to use https alone, where the product is reached over it; known when it runs, not when it is built. */
export function transportSecurity(): string | null {
  return process.env.APP_URL?.startsWith("https://") ? "max-age=63072000; includeSubDomains" : null;
}
