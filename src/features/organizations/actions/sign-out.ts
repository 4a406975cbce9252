"use server";

import { redirect } from "next/navigation";
import { revokeSession } from "@/features/organizations/commands/revoke-session";
import { readDestination } from "@/features/organizations/destination";
import { clearSessionCookie } from "@/server/auth";
import { findCurrentUser } from "@/server/session";

/** Ends the session in use, in the database and in the browser; a form may say in `to` where to go afterwards. */
export async function signOutAction(data?: FormData): Promise<void> {
  const user = await findCurrentUser();
  if (user) await revokeSession(user.id, user.sessionId);
  await clearSessionCookie();
  const to = data?.get("to");
  redirect(typeof to === "string" ? readDestination(to) : "/sign-in");
}
