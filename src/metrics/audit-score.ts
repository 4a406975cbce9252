/** One item of an audit as it counts: points before the item's weight, and null where nothing is scored. */
export type ScoredItem = {
  /** Points earned; 0 ≤ earned ≤ possible. */
  readonly earned: number;
  /** The most that could be earned: greater than 0. */
  readonly possible: number;
  /** Within its section; 0 counts nothing. */
  readonly weight: number;
  /** Fewer points than this is failed (`isCritical` items then fail the whole audit). */
  readonly passPoints: number;
  readonly isCritical: boolean;
  /** Adds to what is earned and never to what was possible. */
  readonly isBonus: boolean;
};

export type ScoredSection = {
  /** Compared with the other sections' weights; 0 counts nothing. */
  readonly weight: number;
  /** Answered and applicable items; the others are left out by the caller, so they leave numerator and denominator. */
  readonly items: readonly ScoredItem[];
};

export type AuditScore = {
  /** Percent, 0–100 (above 100 only where bonus is not capped); null when nothing was applicable. */
  readonly score: number | null;
  /** In the order given; null where nothing was applicable: the section then counts nowhere. */
  readonly sections: readonly (number | null)[];
  /** A critical item was failed: the verdict is FAILED, and the score stands beside it as it is. */
  readonly isFailed: boolean;
};

/**
 * Score of an audit (METRICS.md, "Mystery-shopping and observation scores"): section = Σ earned·w ÷ Σ possible·w,
 * total = Σ section weight · section ÷ Σ section weight over sections with something applicable. Bonus items add to what
 * is earned only; the total is capped at 100 unless the form says otherwise (`isCapped`). Unrounded.
 * A section of which only bonus items apply has no score, and its bonus counts nowhere: there is nothing to add it to.
 */
export function scoreAudit(sections: readonly ScoredSection[], options: { isCapped: boolean }): AuditScore {
  const scores = sections.map(scoreSection);
  let weighted = 0;
  let weights = 0;
  for (const [index, section] of sections.entries()) {
    const score = scores[index] ?? null;
    if (score === null) continue;
    weighted += section.weight * score;
    weights += section.weight;
  }
  const total = weights > 0 ? weighted / weights : null;
  return {
    score: total === null ? null : options.isCapped ? Math.min(100, total) : total,
    sections: scores,
    isFailed: sections.some((section) => section.items.some((item) => item.isCritical && isItemFailed(item))),
  };
}

/** Percent of one section, not capped; null when nothing in it was applicable. */
export function scoreSection(section: ScoredSection): number | null {
  let earned = 0;
  let possible = 0;
  for (const item of section.items) {
    earned += item.earned * item.weight;
    if (!item.isBonus) possible += item.possible * item.weight;
  }
  return possible > 0 ? (100 * earned) / possible : null;
}

/** Whether an answered item was failed: it earned fewer points than it takes to pass. */
export function isItemFailed(item: Pick<ScoredItem, "earned" | "passPoints">): boolean {
  return item.earned < item.passPoints;
}
