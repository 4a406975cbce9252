"use server";

import { redirect } from "next/navigation";
import { revokeSession } from "@/features/organizations/commands/revoke-session";
import { clearSessionCookie } from "@/server/auth";
import { findCurrentUser } from "@/server/session";

/** Ends the session in use, in the database and in the browser. */
export async function signOutAction(): Promise<void> {
  const user = await findCurrentUser();
  if (user) await revokeSession(user.id, user.sessionId);
  await clearSessionCookie();
  redirect("/sign-in");
}
