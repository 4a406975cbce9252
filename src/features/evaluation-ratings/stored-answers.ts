import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { RatingAnswers } from "./schema";

/**
 * The stored answers of a rating by item key; nothing stored gives empty records. The transaction has opened them
 * (`openOwnAnswers`), or there are none to be seen.
 */
export async function readStoredAnswers(
  tx: Transaction,
  { organizationId }: Scope,
  ratingId: string,
): Promise<RatingAnswers> {
  const rows = await tx.evaluationAnswer.findMany({
    where: { organizationId, ratingId },
    select: { value: true, isCannotSay: true, text: true, item: { select: { key: true } } },
  });
  const answers: RatingAnswers = { points: {}, texts: {} };
  for (const { value, isCannotSay, text, item } of rows) {
    if (text !== null) answers.texts[item.key] = text;
    else if (value !== null || isCannotSay) answers.points[item.key] = value;
  }
  return answers;
}
