import { saveAnswers } from "@/features/evaluation-ratings/commands/save-answers";
import { NotFoundError } from "@/server/errors";
import { id } from "@/server/input";
import { raterScope } from "@/server/token-scope";

/**
 * Saves a rating's form as it stands, for public/rating.js: 204 when it is stored, 410 when the rating takes no answers
 * (any more). The page's own buttons do the same without script.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string; rating: string }> },
): Promise<Response> {
  const { token, rating } = await params;
  const rater = await raterScope(token);
  if (!rater || !id.safeParse(rating).success) return new Response(null, { status: 404 });
  const form = await request.formData().catch(() => null);
  if (!form) return new Response(null, { status: 400 });
  try {
    const outcome = await saveAnswers(rater.scope, { raterId: rater.raterId, ratingId: rating }, form);
    return new Response(null, { status: outcome.status === "saved" ? 204 : 410 });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
