import { findLogo } from "@/features/responses/queries/find-logo";
import { raterScope } from "@/server/token-scope";

/** The logo of the organization that a rater's link belongs to. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const rater = await raterScope((await params).token);
  const picture = rater && (await findLogo(rater.scope));
  if (!picture) return new Response(null, { status: 404 });
  return new Response(picture, {
    headers: { "Content-Type": "image/webp", "Cache-Control": "private, max-age=3600" },
  });
}
