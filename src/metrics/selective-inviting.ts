import type { Figure } from "./figure-shape";
import { calculateFunnelLimits, estimateOverdispersion } from "./funnel-limits";
import type { Interval } from "./interval";
import { calculateInvitedShare } from "./response-rate";

export type InvitedGroup = { readonly id: string; readonly encounters: number; readonly invited: number };

/** `outside` says on which side of the limits the invited share lies; null = as expected, or no encounters. */
export type InvitedGroupResult = {
  readonly id: string;
  readonly figure: Figure;
  readonly limits: Interval | null;
  readonly outside: "above" | "below" | null;
};

/** `target`: the invited share of all groups together, null without encounters. Groups keep the order they came in. */
export type SelectiveInviting = {
  readonly target: number | null;
  readonly overdispersion: number;
  readonly groups: readonly InvitedGroupResult[];
};

/**
 * Which employees' customers are invited clearly less (or more) often than the others': the trace that choosing whom to ask
 * leaves. Shares outside the funnel limits around the share of all together; see calculateFunnelLimits.
 * @throws RangeError when invited is negative or exceeds encounters
 */
export function findSelectiveInviting(groups: readonly InvitedGroup[]): SelectiveInviting {
  const total = groups.reduce(
    (sum, group) => ({ encounters: sum.encounters + group.encounters, invited: sum.invited + group.invited }),
    { encounters: 0, invited: 0 },
  );
  const target = calculateInvitedShare(total).value;
  const counts = groups.map(({ encounters, invited }) => ({ successes: invited, n: encounters }));
  const overdispersion = target === null ? 1 : estimateOverdispersion(target, counts);
  return {
    target,
    overdispersion,
    groups: groups.map((group) => {
      const figure = calculateInvitedShare(group);
      const limits = target === null ? null : calculateFunnelLimits(target, figure.n, overdispersion);
      return { id: group.id, figure, limits, outside: findSideOutside(figure.value, limits) };
    }),
  };
}

function findSideOutside(value: number | null, limits: Interval | null): "above" | "below" | null {
  if (value === null || !limits) return null;
  if (value < limits.low) return "below";
  return value > limits.high ? "above" : null;
}
