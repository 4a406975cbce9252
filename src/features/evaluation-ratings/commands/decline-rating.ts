import "server-only";
import { readRespondentText } from "@/features/responses/rules";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { REASON_LIMIT } from "../schema";
import { lockOpenRating, type OwnRating } from "./lock-open-rating";

/**
 * Declines a rating: whoever chooses raters sees that, and the reason if one is given, and can ask somebody else. What was
 * answered so far is destroyed. "closed": there is nothing to decline (any more). NotFoundError as `lockOpenRating`.
 */
export function declineRating(
  scope: Scope,
  rating: OwnRating,
  reason: unknown,
): Promise<"declined" | "closed"> {
  return withScope(scope, async (tx) => {
    if (!(await lockOpenRating(tx, scope, rating))) return "closed";
    await tx.evaluationAnswer.deleteMany({
      where: { organizationId: scope.organizationId, ratingId: rating.ratingId },
    });
    await tx.evaluationRating.update({
      where: key(scope, rating.ratingId),
      data: {
        status: "declined",
        declineReason: readRespondentText(reason).text?.slice(0, REASON_LIMIT) ?? null,
      },
      select: { id: true },
    });
    return "declined";
  });
}
