import "server-only";
import { v7 as uuidv7 } from "uuid";
import { Prisma } from "@/generated/prisma/client";
import { runStatement } from "@/server/database";
import type { Scope } from "@/server/scope";
import { respondentKeyHash } from "@/server/tokens";
import { readWholeNumber } from "../rules";

/**
 * - stored: the answer has this score now
 * - kept: an answer that was completed before keeps its score; only its own "change" page changes it
 * - invalid: no score on the survey's scale
 * - expired, unknown: nothing can be answered with this token
 */
export type SubmitScoreOutcome = "stored" | "kept" | "invalid" | "expired" | "unknown";

/**
 * Stores the score of the first step. Pressed twice, in two tabs or by two hundred requests at once, a token makes one
 * response; later posts change its score until the answer is completed. An anonymous answer keeps no way back to its
 * invitation: no encounter, no time of day, an id without a time in it, and the seed of the token is erased
 * (docs/decisions/0007-anonymous-answers.md).
 *
 * All of it is one call of the database function `submit_score` (migration 0009_answer_flow): one round trip, and the
 * invitation is locked for no longer than the database itself needs.
 */
export async function submitScore(
  scope: Scope,
  input: { invitationId: string; token: string; score: unknown; language: string; isEdit: boolean },
): Promise<SubmitScoreOutcome> {
  const [row] = await runStatement<{ outcome: SubmitScoreOutcome }>(Prisma.sql`
    select submit_score(${scope.organizationId}::uuid, ${input.invitationId}::uuid, ${respondentKeyHash(input.token)},
      ${uuidv7()}::uuid, ${readWholeNumber(input.score)}::integer, ${input.language}, ${input.isEdit},
      ${scope.now}::timestamptz) as outcome`);
  if (!row) throw new Error("submit_score gave no outcome");
  return row.outcome;
}
