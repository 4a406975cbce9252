import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { writeLanguageCookie } from "@/features/organizations/commands/remember-language";
import { signInOptions } from "@/features/organizations/sign-in-options";
import { findClientAddress } from "@/server/client-address";

async function handler(request: NextRequest, context: RouteContext<"/api/auth/[...nextauth]">) {
  const options = signInOptions({
    address: await findClientAddress(),
    userAgent: request.headers.get("user-agent") ?? "",
    writeLanguage: writeLanguageCookie,
  });
  return NextAuth(options)(request, context);
}

export { handler as GET, handler as POST };
