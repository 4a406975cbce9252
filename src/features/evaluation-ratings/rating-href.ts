import type { RatingStep } from "./rules/rating-step";

type Query = {
  lang?: string;
  step?: RatingStep;
  problem?: string;
  /** "1": a rating was just sent; "check": the step was opened from the check, and leads back there. */
  sent?: string;
  from?: string;
};

/** The address of a rater's list of subjects, or of one rating. */
export function ratingHref(token: string, ratingId: string | null, query: Query = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  const path = `/r/${encodeURIComponent(token)}${ratingId ? `/${encodeURIComponent(ratingId)}` : ""}`;
  return search ? `${path}?${search}` : path;
}
