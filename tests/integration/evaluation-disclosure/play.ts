import { v7 as uuidv7 } from "uuid";
import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import { openAllAnswers } from "@/features/evaluation-ratings/answer-access-sql";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { hashToken, makeTokenSeed, raterToken } from "@/server/tokens";
import type { TestCycle } from "../../factories/evaluations";

/** A sent rating: a point, null for "cannot say", or words, by item key. */
export type SentRating = {
  subjectId: string;
  group: RaterGroup;
  answers: Record<string, number | string | null>;
};

/** Many sent ratings at once, each by a rater of its own. */
export async function sendRatings(
  scope: Scope,
  cycle: TestCycle,
  sent: readonly SentRating[],
): Promise<void> {
  const { organizationId, now } = scope;
  const rows = sent.map((rating) => ({
    ...rating,
    id: uuidv7(),
    raterId: uuidv7(),
    tokenSeed: makeTokenSeed(),
  }));
  await withScope(scope, async (tx) => {
    await tx.evaluationRater.createMany({
      data: rows.map(({ raterId, tokenSeed }, at) => ({
        organizationId,
        id: raterId,
        cycleId: cycle.id,
        name: `Rater ${at}`,
        email: `rater-${raterId}@example.test`,
        language: "fi",
        tokenSeed,
        tokenHash: hashToken(raterToken(raterId, tokenSeed)),
        invitedAt: now,
      })),
    });
    await tx.evaluationRating.createMany({
      data: rows.map(({ id, subjectId, raterId, group }) => ({
        organizationId,
        id,
        subjectId,
        raterId,
        raterGroup: group,
        status: "submitted" as const,
      })),
    });
    await openAllAnswers(tx);
    await tx.evaluationAnswer.createMany({
      data: rows.flatMap(({ id, answers }) =>
        Object.entries(answers).map(([itemKey, answer]) => ({
          organizationId,
          ratingId: id,
          itemId: cycle.framework.itemIds[itemKey] as string,
          value: typeof answer === "number" ? answer : null,
          text: typeof answer === "string" ? answer : null,
          isCannotSay: answer === null,
        })),
      ),
    });
  });
}
