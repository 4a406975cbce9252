import "server-only";
import { cookies } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import { getEnv } from "@/server/env";
import { log } from "@/server/log";

declare module "next-auth" {
  interface Session {
    userId?: string;
    sessionId?: string;
  }
  interface User {
    sessionId?: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

/** After this the cookie itself ends; a session that is revoked ends at once, whatever its cookie says. */
export const SESSION_SECONDS = 30 * 24 * 3600;

/**
 * What every reader and writer of the session cookie agrees on. The cookie is an encrypted token that names a row of
 * user_sessions; each request looks that row up (`findCurrentUser`), so a session ends the moment it is revoked.
 * The ways of signing in are added where they are served (features/organizations/sign-in-options.ts).
 */
export function sessionOptions(): NextAuthOptions {
  const env = getEnv();
  // next-auth takes its own address from this variable only; the product has one name for it.
  process.env.NEXTAUTH_URL = env.APP_URL;
  return {
    secret: env.AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    providers: [],
    cookies: { sessionToken: sessionCookie() },
    logger: {
      // next-auth's own texts may quote what a provider or browser sent.
      error: (code) => log("error", "next-auth", { code }),
      warn: (code) => log("warn", "next-auth", { code }),
      debug: () => undefined,
    },
    callbacks: {
      jwt({ token, user }) {
        // Name and address stay in the database, where a change shows at once.
        return user ? { sub: user.id, sessionId: user.sessionId } : token;
      },
      session({ session, token }) {
        return { expires: session.expires, userId: token.sub, sessionId: token.sessionId };
      },
    },
  };
}

function sessionCookie() {
  const isSecure = getEnv().APP_URL.startsWith("https://");
  return {
    name: isSecure ? "__Host-lastmetre-session" : "lastmetre-session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure },
  };
}

/** Puts a session that was just opened into this response's cookie. Server actions and route handlers only. */
export async function writeSessionCookie(session: { userId: string; sessionId: string }): Promise<void> {
  const { name, options } = sessionCookie();
  const value = await encode({
    token: { sub: session.userId, sessionId: session.sessionId },
    secret: getEnv().AUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  (await cookies()).set(name, value, { ...options, maxAge: SESSION_SECONDS });
}

/** Removes the session cookie from the browser; revoking the session itself is `revokeSession`. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: sessionCookie().name, path: "/", secure: sessionCookie().options.secure });
}
