import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { sessionOptions } from "@/server/auth";
import { TooManyError } from "@/server/errors";
import { log } from "@/server/log";
import type { SignedIn } from "./commands/open-session";
import { revokeSession } from "./commands/revoke-session";
import { signInWithOidc } from "./commands/sign-in-with-oidc";
import { signInWithPassword } from "./commands/sign-in-with-password";
import { findOidcProvider, OIDC_PROVIDER_ID, type OidcClaims } from "./oidc-provider";

/** What the ways of signing in need of the request they are in. */
export type SignInRequest = {
  address: string;
  userAgent: string;
  /** Makes the browser's screens speak the language the user has chosen. */
  writeLanguage: (locale: string) => Promise<void>;
};

/** The ways of signing in that /api/auth serves, on top of what all readers of the session share. */
export function signInOptions(request: SignInRequest): NextAuthOptions {
  const options = sessionOptions();
  const oidc = findOidcProvider();
  const open = async (signedIn: SignedIn | null) => {
    if (signedIn) await request.writeLanguage(signedIn.locale);
    return signedIn && { id: signedIn.userId, sessionId: signedIn.sessionId };
  };
  return {
    ...options,
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials) =>
          withoutDetails(async () =>
            open(
              await signInWithPassword({
                email: credentials?.email ?? "",
                password: credentials?.password ?? "",
                userAgent: request.userAgent,
                address: request.address,
              }),
            ),
          ),
      }),
      ...(oidc ? [oidc] : []),
    ],
    callbacks: {
      ...options.callbacks,
      async signIn({ user, account, profile }) {
        if (account?.provider !== OIDC_PROVIDER_ID) return true;
        const claims = profile as unknown as OidcClaims;
        const identity = {
          issuer: claims.iss,
          subject: claims.sub,
          email: claims.email ?? null,
          isEmailVerified: claims.email_verified === true,
        };
        const opened = await withoutDetails(async () =>
          open(await signInWithOidc(identity, request.userAgent)),
        );
        // The token is made from this object next: it now names our user and session, not the provider's.
        if (opened) Object.assign(user, opened);
        return opened !== null;
      },
    },
    events: {
      async signOut({ token }) {
        if (token.sub && token.sessionId) await revokeSession(token.sub, token.sessionId);
      },
    },
  };
}

/** next-auth sends an error's text to the browser: only codes that the sign-in form knows may leave. */
async function withoutDetails<T>(signIn: () => Promise<T>): Promise<T> {
  try {
    return await signIn();
  } catch (error) {
    if (error instanceof TooManyError) throw new Error(`too-many:${error.values.seconds}`);
    log("error", "sign-in failed", { error });
    throw new Error("unexpected");
  }
}
