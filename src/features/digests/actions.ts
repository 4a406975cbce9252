"use server";
import { redirect } from "next/navigation";
import { defineAction } from "@/server/define-action";
import { NotFoundError } from "@/server/errors";
import { thenRefresh } from "@/server/then-refresh";
import { switchDigest } from "./commands/switch-digest";
import { findDigestSubscription } from "./queries/find-digest-subscription";
import { digestSwitchInput } from "./schema";

/** The switch on the account page: always one's own digest. */
export const switchDigestAction = defineAction({
  input: digestSwitchInput,
  permission: "dashboards.read",
  async run(scope, { wantsDigest }) {
    if (!scope.memberId) throw new NotFoundError();
    return thenRefresh(switchDigest(scope, scope.memberId, wantsDigest));
  },
});

/** The button of /digest/<token>. The token is the authority: no session, and none is asked for. */
export async function stopDigestAction(form: FormData): Promise<void> {
  const token = String(form.get("token") ?? "");
  const subscription = await findDigestSubscription(token);
  if (subscription) await switchDigest(subscription.scope, subscription.memberId, false);
  redirect(`/digest/${encodeURIComponent(token)}`);
}
