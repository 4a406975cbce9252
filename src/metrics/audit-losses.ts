import type { ScoredItem } from "./audit-score";

type Weighed = {
  readonly weight: number;
  readonly items: readonly Pick<ScoredItem, "earned" | "possible" | "weight" | "isBonus">[];
};

/**
 * What each item took from an audit's total, in percentage points: how much higher the total would be, before its cap, had
 * the item earned everything and the others what they did. In the order given; with neither bonus items nor a cap the
 * losses and the score add up to 100. 0 for bonus items, which nobody owes, and where nothing counts (no weight, or nothing
 * possible in the section).
 */
export function listItemLosses(sections: readonly Weighed[]): number[][] {
  const possible = sections.map(({ items }) =>
    items.reduce((sum, item) => (item.isBonus ? sum : sum + item.possible * item.weight), 0),
  );
  const weights = sections.reduce(
    (sum, section, index) => ((possible[index] ?? 0) > 0 ? sum + section.weight : sum),
    0,
  );
  return sections.map((section, index) => {
    const sectionPossible = possible[index] ?? 0;
    return section.items.map((item) => {
      if (item.isBonus || sectionPossible === 0 || weights === 0) return 0;
      const share = ((item.possible - item.earned) * item.weight) / sectionPossible;
      return (100 * share * section.weight) / weights;
    });
  });
}
