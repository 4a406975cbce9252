import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { openOwnAnswers } from "../answer-access-sql";
import type { RatingAnswers } from "../schema";
import { readStoredAnswers } from "../stored-answers";

/**
 * What a rater has answered about one subject and not yet sent; what was sent is shown to nobody, not even the rater (the
 * link may come into other hands). Nothing answered gives empty records. NotFoundError unless the rating is the rater's
 * and still to be sent.
 */
export function getOwnAnswers(scope: Scope, raterId: string, ratingId: string): Promise<RatingAnswers> {
  return withScope(scope, async (tx) => {
    const rating = await tx.evaluationRating.findFirst({
      where: { organizationId: scope.organizationId, id: ratingId, raterId, status: "approved" },
      select: { id: true },
    });
    if (!rating) throw new NotFoundError();
    await openOwnAnswers(tx, ratingId);
    return readStoredAnswers(tx, scope, ratingId);
  });
}
