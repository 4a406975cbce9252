"use server";
import { redirect } from "next/navigation";
import { unsubscribe } from "./commands/unsubscribe";
import { findRespondent } from "./queries/find-respondent";

/** The button of /s/<token>/unsubscribe. The token is the authority: no session, and none is asked for. */
export async function unsubscribeAction(form: FormData): Promise<void> {
  const token = String(form.get("token") ?? "");
  const language = String(form.get("lang") ?? "");
  const respondent = await findRespondent(token);
  if (respondent) await unsubscribe(respondent.scope, respondent.invitationId);
  redirect(`/s/${encodeURIComponent(token)}/unsubscribe?lang=${encodeURIComponent(language)}`);
}
