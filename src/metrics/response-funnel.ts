import type { Figure } from "./figure-shape";
import { calculateInvitedShare, calculateResponseRate } from "./response-rate";
import { calculateShare } from "./share-figure";

/** Encounters of a cohort and how far they came. Each is a subset of the one before, bounced of invited. */
export type FunnelCounts = {
  readonly encounters: number;
  readonly eligible: number;
  readonly invited: number;
  readonly bounced: number;
  readonly answered: number;
};

/** One step of the funnel. `share` is null on the first step, else the share that leads to it (see calculateFunnel). */
export type FunnelStep = {
  readonly step: "encounters" | "eligible" | "invited" | "answered";
  readonly count: number;
  readonly share: Figure | null;
};

/**
 * encounters → eligible → invited → answered. Eligible and invited are shares of encounters, so that leaving customers out
 * early shows as much as leaving them out late; answered is the response rate, a share of what was delivered.
 * @throws RangeError when a count is negative or a step exceeds the one before
 */
export function calculateFunnel(counts: FunnelCounts): FunnelStep[] {
  const { encounters, eligible, invited, bounced, answered } = counts;
  if (invited > eligible) throw new RangeError(`${invited} invited of ${eligible} eligible`);
  return [
    { step: "encounters", count: encounters, share: null },
    { step: "eligible", count: eligible, share: calculateShare("eligibleShare", eligible, encounters) },
    { step: "invited", count: invited, share: calculateInvitedShare({ encounters, invited }) },
    { step: "answered", count: answered, share: calculateResponseRate({ sent: invited, bounced, answered }) },
  ];
}
