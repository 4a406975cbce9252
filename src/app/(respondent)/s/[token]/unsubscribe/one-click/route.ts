import { unsubscribe } from "@/features/invitations/commands/unsubscribe";
import { findRespondent } from "@/features/invitations/queries/find-respondent";
import { NotFoundError } from "@/server/errors";

type Context = { params: Promise<{ token: string }> };

/** RFC 8058: the mail program's own unsubscribe button posts here, without cookies, and wants no page back. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const respondent = await findRespondent((await params).token);
  if (!respondent) return new Response("Not found\n", { status: 404 });
  try {
    await unsubscribe(respondent.scope, respondent.invitationId);
  } catch (error) {
    if (error instanceof NotFoundError) return new Response("Not found\n", { status: 404 });
    throw error;
  }
  return new Response("Unsubscribed\n");
}

/** Mail programs without one-click open the header's address in a browser: that gets the page with the button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: { Location: `/s/${encodeURIComponent(token)}/unsubscribe` },
  });
}
