import "server-only";
import { type Change, testShareChange } from "@/metrics/change";
import type { Figure } from "@/metrics/figure";
import { calculateFunnel, type FunnelCounts, type FunnelStep } from "@/metrics/response-funnel";
import { calculateResponseRate } from "@/metrics/response-rate";
import type { Dashboard } from "../dashboard";
import { countClosedInvitations, countFunnel, listUninvitedReasons, type UninvitedReason } from "../funnel";
import { listOutcomes } from "../queries/list-outcomes";

export type ResponseFunnel = {
  counts: FunnelCounts;
  steps: FunnelStep[];
  reasons: UninvitedReason[];
  rate: Figure;
  /** Sent invitations that can still be answered: the rate may rise by them. */
  waiting: number;
  /** Of the invitations whose time to answer is over. Null when nothing is compared or they are too few to tell. */
  change: Change | null;
};

/** From the period's encounters to its answers, and why encounters were not invited. */
export async function getResponseFunnel(dashboard: Dashboard): Promise<ResponseFunnel> {
  const { current, previous } = await listOutcomes(dashboard.scope, dashboard.slice);
  const counts = countFunnel(current);
  return {
    counts,
    steps: calculateFunnel(counts),
    reasons: listUninvitedReasons(current),
    waiting: current.get("waiting") ?? 0,
    rate: calculateResponseRate(toInvitations(counts)),
    change: previous && testShareChange(countClosedInvitations(previous), countClosedInvitations(current)),
  };
}

/** The funnel's invitations as the response rate counts them. */
export function toInvitations({ invited, bounced, answered }: FunnelCounts) {
  return { sent: invited, bounced, answered };
}
