import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { signInOptions } from "@/features/organizations/sign-in-options";

function handler(request: NextRequest, context: RouteContext<"/api/auth/[...nextauth]">) {
  return NextAuth(signInOptions())(request, context);
}

export { handler as GET, handler as POST };
