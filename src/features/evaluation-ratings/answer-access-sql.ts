import "server-only";
import type { Transaction } from "@/server/database";

/**
 * The two ways to a rater's answers; without one of them the database shows none (policy answering_or_releasing). Both
 * hold until the transaction ends.
 */

/** Opens the answers of one rating: for the rater who is answering, and for no one else. */
export async function openOwnAnswers(tx: Transaction, ratingId: string): Promise<void> {
  await tx.$queryRaw`select set_config('app.rating_id', ${ratingId}, true)`;
}

/**
 * Opens all answers of the organization: for releasing reports (whose rules decide what may be shown of them) and for
 * destroying the answers of a cancelled cycle. Nothing that is read so may leave the command but what the rules let.
 */
export async function openAllAnswers(tx: Transaction): Promise<void> {
  await tx.$queryRaw`select set_config('app.releases_reports', 'on', true)`;
}
