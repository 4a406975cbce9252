import { switchDigest } from "@/features/digests/commands/switch-digest";
import { findDigestSubscription } from "@/features/digests/queries/find-digest-subscription";

type Context = { params: Promise<{ token: string }> };

/** RFC 8058: the mail program's own unsubscribe button posts here, without cookies, and wants no page back. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const subscription = await findDigestSubscription((await params).token);
  if (!subscription) return new Response("Not found\n", { status: 404 });
  await switchDigest(subscription.scope, subscription.memberId, false);
  return new Response("Unsubscribed\n");
}

/** Mail programs without one-click open the header's address in a browser: that gets the page with the button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, { status: 303, headers: { Location: `/digest/${encodeURIComponent(token)}` } });
}
