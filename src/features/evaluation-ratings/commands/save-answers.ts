import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { readAnswers } from "../rules/answers";
import { lockOpenRating, type OwnRating } from "./lock-open-rating";

/** `cut`: keys of open questions whose text was longer than is kept; its beginning was stored. */
export type SaveOutcome = { status: "saved"; cut: string[] } | { status: "closed" };

/**
 * Stores what a form of answers says. Answers replace earlier ones to the same items, an open question left empty loses
 * its text, and what the form does not name stays. Nothing tells when. "closed": the rating takes no answers (any more),
 * and nothing was stored. NotFoundError as `lockOpenRating`.
 */
export function saveAnswers(scope: Scope, rating: OwnRating, form: FormData): Promise<SaveOutcome> {
  return withScope(scope, async (tx): Promise<SaveOutcome> => {
    const version = await lockOpenRating(tx, scope, rating);
    if (!version) return { status: "closed" };
    const { points, texts, cut } = readAnswers(version.definition, form);
    const { organizationId } = scope;
    const { ratingId } = rating;
    const rows = [
      ...Object.entries(points).map(([item, value]) => ({
        item,
        value,
        isCannotSay: value === null,
        text: null,
      })),
      ...Object.entries(texts).map(([item, text]) => ({ item, value: null, isCannotSay: false, text })),
    ].map(({ item, ...answer }) => ({
      organizationId,
      ratingId,
      itemId: version.itemIds[item] as string,
      ...answer,
    }));
    await tx.evaluationAnswer.deleteMany({
      where: { organizationId, ratingId, itemId: { in: rows.map(({ itemId }) => itemId) } },
    });
    await tx.evaluationAnswer.createMany({
      data: rows.filter(({ value, isCannotSay, text }) => value !== null || isCannotSay || text !== null),
    });
    return { status: "saved", cut };
  });
}
