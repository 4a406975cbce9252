import "server-only";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { raterScope } from "@/server/token-scope";
import type { RaterPage } from "../schema";
import { getRaterPage } from "./get-rater-page";

/** Whose link it is and what it shows now. */
export type OpenedRaterLink = { scope: Scope; raterId: string; page: RaterPage };

/** What a rater's token opens, or null for one that opens nothing (unknown, or of a person who was erased). */
export async function openRaterLink(token: string): Promise<OpenedRaterLink | null> {
  const rater = await raterScope(token);
  if (!rater) return null;
  try {
    return { ...rater, page: await getRaterPage(rater.scope, rater.raterId) };
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
