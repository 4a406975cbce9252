import { type AuditFigure, addScores, auditFigure, NO_SCORES, type ScoreSums } from "./audit-figure";
import { shrinkTowards } from "./shrinkage";
import { labelTies } from "./tie-labels";

/**
 * A group in a table of audit scores. `shrunken` is the empirical-Bayes estimate it is sorted by (percent, null without
 * scores); `rank` is 1 for the highest, null when provisional; `tie` is shared by groups whose intervals overlap, which
 * are not to be told apart (labelTies).
 */
export type RankedAuditGroup = {
  readonly id: string;
  readonly figure: AuditFigure;
  readonly shrunken: number | null;
  readonly rank: number | null;
  readonly tie: string | null;
};

/**
 * Ranks groups by their shrunken mean score, as rankGroups does for answers. Provisional groups help to tell how much
 * groups differ, but get no rank. Ranked ones first, best first, then the others by id; no groups: an empty list.
 */
export function rankAuditGroups(
  groups: readonly { readonly id: string; readonly sums: ScoreSums }[],
): RankedAuditGroup[] {
  const sorted = [...groups].sort((a, b) => compareIds(a.id, b.id));
  const scored = sorted.filter(({ sums }) => sums.n > 0);
  const all = scored.reduce((total, { sums }) => addScores(total, sums), NO_SCORES);
  const centre = all.n === 0 ? 0 : all.sum / all.n;
  const variance = all.n < 2 ? 0 : Math.max(0, (all.sumOfSquares - all.sum ** 2 / all.n) / (all.n - 1));
  const estimates = shrinkTowards(
    centre,
    scored.map(({ sums }) => ({ value: sums.sum / sums.n, squaredError: variance / sums.n })),
  );
  const shrunken = new Map(scored.map(({ id }, index) => [id, estimates[index] ?? centre]));
  const rows = sorted.map(({ id, sums }) => ({
    id,
    figure: auditFigure(sums),
    shrunken: shrunken.get(id) ?? null,
  }));
  const ranked = rows
    .filter(({ figure }) => !figure.isProvisional)
    .sort((a, b) => (b.shrunken ?? 0) - (a.shrunken ?? 0) || compareIds(a.id, b.id));
  const ties = labelTies(ranked.map(({ id, figure }) => ({ id, interval: figure.interval ?? UNKNOWN })));
  let rank = 0;
  return [
    ...ranked.map((row, index) => {
      if (row.shrunken !== ranked[index - 1]?.shrunken) rank = index + 1;
      return { ...row, rank, tie: ties.get(row.id) || null };
    }),
    ...rows.filter(({ figure }) => figure.isProvisional).map((row) => ({ ...row, rank: null, tie: null })),
  ];
}

const UNKNOWN = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Not by the reader's language: the order must not depend on the machine. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
