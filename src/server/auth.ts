import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { signInWithPassword } from "@/features/organizations/commands/sign-in-with-password";
import { getEnv } from "@/server/env";

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

/**
 * Sign-in. The cookie is a signed token that names a row of user_sessions; each request looks that row up
 * (`findCurrentUser`), so a session ends the moment it is revoked.
 */
export const authOptions: NextAuthOptions = {
  get secret() {
    return getEnv().AUTH_SECRET;
  },
  session: { strategy: "jwt", maxAge: 30 * 24 * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: (credentials, request) =>
        signInWithPassword({
          email: credentials?.email ?? "",
          password: credentials?.password ?? "",
          userAgent: String(request.headers?.["user-agent"] ?? ""),
        }),
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user) {
        token.sub = user.id;
        token.sessionId = user.sessionId;
      }
      return token;
    },
    session({ session, token }) {
      session.userId = token.sub;
      session.sessionId = token.sessionId;
      return session;
    },
  },
};
