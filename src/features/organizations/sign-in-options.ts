import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { sessionOptions } from "@/server/auth";
import { findClientAddress } from "@/server/client-address";
import { TooManyError } from "@/server/errors";
import { log } from "@/server/log";
import { writeLanguageCookie } from "./commands/remember-language";
import { revokeSession } from "./commands/revoke-session";
import { signInWithPassword } from "./commands/sign-in-with-password";

/** The ways of signing in that /api/auth serves, on top of what all readers of the session share. */
export function signInOptions(): NextAuthOptions {
  const options = sessionOptions();
  return {
    ...options,
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const signedIn = await attempt(async () =>
            signInWithPassword({
              email: credentials?.email ?? "",
              password: credentials?.password ?? "",
              userAgent: String(request.headers?.["user-agent"] ?? ""),
              address: await findClientAddress(),
            }),
          );
          if (!signedIn) return null;
          await writeLanguageCookie(signedIn.locale);
          return { id: signedIn.userId, sessionId: signedIn.sessionId };
        },
      }),
    ],
    events: {
      async signOut({ token }) {
        if (token.sub && token.sessionId) await revokeSession(token.sub, token.sessionId);
      },
    },
  };
}

/** next-auth sends an error's text to the browser: only codes that the sign-in form knows may leave. */
async function attempt<T>(signIn: () => Promise<T>): Promise<T> {
  try {
    return await signIn();
  } catch (error) {
    if (error instanceof TooManyError) throw new Error(`too-many:${error.values.seconds}`);
    log("error", "sign-in failed", { error });
    throw new Error("unexpected");
  }
}
