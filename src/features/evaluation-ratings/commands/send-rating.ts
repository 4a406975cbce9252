import "server-only";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { listMissing } from "../rules/answers";
import { readStoredAnswers } from "../stored-answers";
import { lockOpenRating, type OwnRating } from "./lock-open-rating";

export type SendOutcome = "sent" | "missing" | "closed";

/**
 * Sends a rating, once and for good; the answers are those that are stored. Nothing tells when, and no line is left in the
 * organization's log.
 * - sent: now, or it was before
 * - missing: an item has neither a point nor "cannot say"; nothing has changed
 * - closed: the rating takes no answers (any more)
 *
 * NotFoundError as `lockOpenRating`.
 */
export function sendRating(scope: Scope, rating: OwnRating): Promise<SendOutcome> {
  return withScope(scope, async (tx): Promise<SendOutcome> => {
    const version = await lockOpenRating(tx, scope, rating);
    if (!version) {
      const { status } = await tx.evaluationRating.findUniqueOrThrow({
        where: key(scope, rating.ratingId),
        select: { status: true },
      });
      return status === "submitted" ? "sent" : "closed";
    }
    const answers = await readStoredAnswers(tx, scope, rating.ratingId);
    if (listMissing(version.definition, answers).length > 0) return "missing";
    await tx.evaluationRating.update({
      where: key(scope, rating.ratingId),
      data: { status: "submitted" },
      select: { id: true },
    });
    return "sent";
  });
}
