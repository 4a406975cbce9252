import type { Figure } from "./figure-shape";
import { calculateShare } from "./share-figure";

/** Of a cohort of invitations by the date they were sent: how many went out, came back undelivered, were answered. */
export type InvitationCounts = { readonly sent: number; readonly bounced: number; readonly answered: number };

/** Invitations that arrived. An answer proves that its invitation did, so a bounce reported for it does not count. */
export function countDelivered({ sent, bounced, answered }: InvitationCounts): number {
  return Math.max(sent - bounced, answered);
}

/**
 * Response rate 0…1: answered ÷ (sent − bounced), with its Wilson interval. n is the number delivered; nothing delivered:
 * value and interval null.
 * @throws RangeError when a count is negative, or answered or bounced exceed sent
 */
export function calculateResponseRate(counts: InvitationCounts): Figure {
  const { sent, bounced, answered } = counts;
  if (!(bounced >= 0 && answered >= 0 && bounced <= sent && answered <= sent)) {
    throw new RangeError(`${answered} answered and ${bounced} bounced of ${sent} sent`);
  }
  return calculateShare("responseRate", answered, countDelivered(counts));
}

/**
 * Share of encounters that were invited to answer, 0…1, with its Wilson interval. No encounters: value and interval null.
 * @throws RangeError when invited is negative or exceeds encounters
 */
export function calculateInvitedShare(counts: {
  readonly encounters: number;
  readonly invited: number;
}): Figure {
  return calculateShare("invitedShare", counts.invited, counts.encounters);
}
