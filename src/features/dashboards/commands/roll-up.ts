import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** Rows taken at a time: few enough that a step ends long before its transaction would be given up. */
const FEWEST = 20_000;
const MOST = 320_000;
const QUICK_MS = 3_000;
const SLOW_MS = 10_000;

/**
 * Folds what was noted of answers and encounters into the organization's rollups; where they are missing, or their days
 * were cut in another time zone than the organization's, builds them anew. Figures are exact before, after and between.
 * Each step is a transaction of its own, so an interrupted building goes on where it was. Gives how many changes were
 * folded; 0 at once while another worker is at it.
 */
export async function rollUp(scope: Scope): Promise<number> {
  let [total, most] = [0, FEWEST];
  for (;;) {
    const startedAt = performance.now();
    const [step] = await withScope(
      scope,
      (tx) => tx.$queryRaw<{ folded: number; isComplete: boolean }[]>`
        select folded, is_complete as "isComplete" from roll_up(${most}::int)`,
    );
    total += step?.folded ?? 0;
    if (!step || (step.isComplete && step.folded < most)) return total;
    const took = performance.now() - startedAt;
    if (took < QUICK_MS) most = Math.min(MOST, most * 2);
    else if (took > SLOW_MS) most = Math.max(FEWEST, most / 2);
  }
}
