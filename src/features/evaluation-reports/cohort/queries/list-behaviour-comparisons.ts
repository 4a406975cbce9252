import "server-only";
import { listBehaviourResults } from "@/features/audit-results/figures/parts";
import type { Scope } from "@/server/scope";
import type { BehaviourComparison, Cohort } from "../schema";
import { listCustomerBehaviours } from "./list-customer-behaviours";

const YEAR = 366 * 24 * 60 * 60 * 1000;

/**
 * Behaviours that the cycle's framework points to, in the service standard's order, as 360 evaluations, audits (mystery
 * visits) and customers see them in the whole organization: audits and customers of the year up to the cycle's last day. A
 * figure nobody gave has n 0.
 */
export async function listBehaviourComparisons(
  scope: Scope,
  { cycle, behaviours }: Pick<Cohort, "cycle" | "behaviours">,
): Promise<BehaviourComparison[]> {
  if (behaviours.length === 0) return [];
  const to = new Date(Math.min(cycle.closesOn.getTime() + 24 * 60 * 60 * 1000, scope.now.getTime()));
  const period = { from: new Date(to.getTime() - YEAR), to };
  const [audits, customers] = await Promise.all([
    listBehaviourResults(scope, { kind: "mystery", ...period, filters: {} }),
    listCustomerBehaviours(scope, period),
  ]);
  return audits.flatMap(({ id, name, figure }) => {
    const evaluated = behaviours.find(({ behaviourId }) => behaviourId === id);
    if (!evaluated) return [];
    return [
      {
        id,
        name,
        figures: {
          evaluation: { value: evaluated.value, n: evaluated.n, interval: evaluated.interval },
          audit: { value: figure.score, n: figure.n, interval: figure.interval },
          customer: customers.get(id) ?? { value: null, n: 0, interval: null },
        },
      },
    ];
  });
}
