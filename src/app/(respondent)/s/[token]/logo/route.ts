import { findRespondent } from "@/features/invitations/queries/find-respondent";
import { findLogo } from "@/features/responses/queries/find-logo";

/** The logo of the organization that a token belongs to. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const respondent = await findRespondent((await params).token);
  const picture = respondent && (await findLogo(respondent.scope));
  if (!picture) return new Response(null, { status: 404 });
  return new Response(picture, {
    headers: { "Content-Type": "image/webp", "Cache-Control": "private, max-age=3600" },
  });
}
