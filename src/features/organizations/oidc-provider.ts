import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { getEnv } from "@/server/env";

export const OIDC_PROVIDER_ID = "oidc";

/** The claims of an ID token that are looked at (OpenID Connect Core 1.0, 5.1). */
export type OidcClaims = { iss: string; sub: string; email?: string; email_verified?: boolean };

/**
 * The OpenID Connect provider of the environment, or null where none is configured. Code flow with PKCE, state and nonce;
 * its addresses and keys come from the issuer's own description, so that key changes need nothing here.
 */
export function findOidcProvider(): OAuthConfig<OidcClaims> | null {
  const { OIDC_ISSUER, OIDC_NAME, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = getEnv();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_NAME) return null;
  return {
    id: OIDC_PROVIDER_ID,
    name: OIDC_NAME,
    type: "oauth",
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: 10_000 },
    // Who this is here is decided from the claims in `signIn`; the provider's own number means nothing to us.
    profile: (claims) => ({ id: claims.sub }),
  };
}
