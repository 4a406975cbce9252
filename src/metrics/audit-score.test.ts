import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectNumbers } from "./arbitraries.test-support";
import { isItemFailed, type ScoredItem, type ScoredSection, scoreAudit, scoreSection } from "./audit-score";

const PLAIN = { weight: 1, isCritical: false, isBonus: false };

/** An item that earned so much of what was possible, passed with all of it. */
function item(earned: number, possible: number, overrides: Partial<ScoredItem> = {}): ScoredItem {
  return { ...PLAIN, earned, possible, passPoints: possible, ...overrides };
}

const anyItem = (overrides: Partial<ScoredItem> = {}): fc.Arbitrary<ScoredItem> =>
  fc
    .record({
      possible: fc.integer({ min: 1, max: 20 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.integer({ min: 1, max: 10 }),
      pass: fc.double({ min: 0, max: 1, noNaN: true }),
      isCritical: fc.boolean(),
      isBonus: fc.boolean(),
    })
    .map(({ part, pass, possible, ...rest }) => ({
      ...rest,
      possible,
      earned: part * possible,
      passPoints: pass * possible,
      ...overrides,
    }));

function anySections(
  overrides: Partial<ScoredItem> = {},
  sizes: { minLength?: number } = {},
): fc.Arbitrary<ScoredSection[]> {
  const section = fc.record({
    weight: fc.integer({ min: 0, max: 5 }),
    items: fc.array(anyItem(overrides), { maxLength: 6, ...sizes }),
  });
  return fc.array(section, { maxLength: 5, ...sizes });
}

const scoreOf = (sections: readonly ScoredSection[], isCapped = true) => scoreAudit(sections, { isCapped });
const near = (actual: number | null, expected: number | null) => {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, 8);
};

describe("scoreAudit", () => {
  it("weighs items within sections and sections within the audit", () => {
    // By hand: section one (1·3 + 2·1) ÷ (1·3 + 4·1) = 5/7, section two 0/2; weights 3 and 1: (3 · 5/7) ÷ 4 = 15/28.
    const sections = [
      { weight: 3, items: [item(1, 1, { weight: 3 }), item(2, 4)] },
      { weight: 1, items: [item(0, 2)] },
    ];
    near(scoreOf(sections).score, (100 * 15) / 28);
    near(scoreOf(sections).sections[0] ?? null, (100 * 5) / 7);
    expect(scoreOf(sections).sections[1]).toBe(0);
  });

  it("gives no score, not 0, where nothing applies", () => {
    expect(scoreOf([])).toEqual({ score: null, sections: [], isFailed: false });
    expect(scoreOf([{ weight: 1, items: [] }])).toEqual({ score: null, sections: [null], isFailed: false });
    // A bonus has nothing to be added to.
    expect(scoreSection({ weight: 1, items: [item(1, 1, { isBonus: true })] })).toBeNull();
    // A section that counts nothing has its own score, and the audit none.
    expect(scoreOf([{ weight: 0, items: [item(1, 2)] }])).toEqual({
      score: null,
      sections: [50],
      isFailed: false,
    });
  });

  it("leaves a section without anything applicable out of the total, wherever it stands", () => {
    fc.assert(
      fc.property(anySections(), fc.nat(5), fc.integer({ min: 0, max: 9 }), (sections, at, weight) => {
        const place = Math.min(at, sections.length);
        const withEmpty = [...sections.slice(0, place), { weight, items: [] }, ...sections.slice(place)];
        const score = scoreOf(withEmpty);
        near(score.score, scoreOf(sections).score);
        expect(score.sections[place]).toBeNull();
      }),
    );
  });

  it("leaves an item that does not apply out of numerator and denominator", () => {
    fc.assert(
      fc.property(fc.array(anyItem({ isBonus: false }), { minLength: 2, maxLength: 6 }), (items) => {
        const [first, ...others] = items as [ScoredItem, ...ScoredItem[]];
        const earned = others.reduce((sum, each) => sum + each.earned * each.weight, 0);
        const possible = others.reduce((sum, each) => sum + each.possible * each.weight, 0);
        near(scoreSection({ weight: 1, items: others }), (100 * earned) / possible);
        // An item counts as much as it earned: left out, the section moves to the side of the others.
        const all = scoreSection({ weight: 1, items }) as number;
        const own = (100 * first.earned) / first.possible;
        const rest = scoreSection({ weight: 1, items: others }) as number;
        expect(all).toBeGreaterThanOrEqual(Math.min(own, rest) - 1e-8);
        expect(all).toBeLessThanOrEqual(Math.max(own, rest) + 1e-8);
      }),
    );
  });

  it("stays between 0 and 100, capped or without bonus, and holds no NaN", () => {
    fc.assert(
      fc.property(anySections(), (sections) => {
        const capped = scoreOf(sections);
        for (const number of collectNumbers(capped)) expect(Number.isFinite(number)).toBe(true);
        if (capped.score !== null) expect(capped.score >= 0 && capped.score <= 100).toBe(true);
      }),
    );
    fc.assert(
      fc.property(anySections({ isBonus: false }), (sections) => {
        const { score } = scoreOf(sections, false);
        if (score !== null) expect(score >= 0 && score <= 100 + 1e-8).toBe(true);
        near(scoreOf(sections).score, score === null ? null : Math.min(100, score));
      }),
    );
  });

  it("lies between its lowest and its highest section", () => {
    fc.assert(
      fc.property(anySections(), (sections) => {
        const { score, sections: parts } = scoreOf(sections, false);
        if (score === null) return;
        const counted = parts.filter((part, index) => part !== null && (sections[index]?.weight ?? 0) > 0);
        expect(score).toBeGreaterThanOrEqual(Math.min(...(counted as number[])) - 1e-8);
        expect(score).toBeLessThanOrEqual(Math.max(...(counted as number[])) + 1e-8);
      }),
    );
  });

  it("cares for proportions of weights only", () => {
    fc.assert(
      fc.property(anySections(), fc.integer({ min: 2, max: 50 }), (sections, factor) => {
        const heavier = sections.map((section) => ({
          weight: section.weight * factor,
          items: section.items.map((each) => ({ ...each, weight: each.weight * factor })),
        }));
        near(scoreOf(heavier, false).score, scoreOf(sections, false).score);
      }),
    );
  });

  it("counts an item or a section of weight 0 nowhere but in the verdict", () => {
    fc.assert(
      fc.property(anySections(), anyItem(), (sections, extra) => {
        const withItem = sections.map((section) => ({
          ...section,
          items: [...section.items, { ...extra, weight: 0 }],
        }));
        near(scoreOf(withItem).score, scoreOf(sections).score);
        const withSection = [...sections, { weight: 0, items: [extra] }];
        near(scoreOf(withSection).score, scoreOf(sections).score);
        const isExtraFailed = extra.isCritical && isItemFailed(extra);
        expect(scoreOf(withSection).isFailed).toBe(scoreOf(sections).isFailed || isExtraFailed);
      }),
    );
  });

  it("does not depend on the order of items and sections", () => {
    fc.assert(
      fc.property(anySections(), (sections) => {
        const turned = [...sections]
          .reverse()
          .map((section) => ({ ...section, items: [...section.items].reverse() }));
        near(scoreOf(turned).score, scoreOf(sections).score);
        expect(scoreOf(turned).isFailed).toBe(scoreOf(sections).isFailed);
      }),
    );
  });

  it("never falls when an item earns more", () => {
    fc.assert(
      fc.property(
        anySections({}, { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sections, part) => {
          const [first, ...others] = sections as [ScoredSection, ...ScoredSection[]];
          const [raised, ...items] = first.items as [ScoredItem, ...ScoredItem[]];
          const more = { ...raised, earned: raised.earned + part * (raised.possible - raised.earned) };
          const before = scoreOf(sections);
          const after = scoreOf([{ ...first, items: [more, ...items] }, ...others]);
          if (before.score !== null) expect(after.score).toBeGreaterThanOrEqual(before.score - 1e-8);
          if (!before.isFailed) expect(after.isFailed).toBe(false);
        },
      ),
    );
  });

  it("lets bonus only add, and cuts the total at 100 unless the form says otherwise", () => {
    fc.assert(
      fc.property(
        anySections({ isBonus: false }, { minLength: 1 }),
        anyItem({ isBonus: true }),
        (sections, bonus) => {
          const [first, ...others] = sections as [ScoredSection, ...ScoredSection[]];
          const withBonus = [{ ...first, items: [...first.items, bonus] }, ...others];
          const plain = scoreOf(sections, false).score;
          const added = scoreOf(withBonus, false).score;
          if (plain === null) {
            expect(added).toBeNull();
            return;
          }
          expect(added).toBeGreaterThanOrEqual(plain - 1e-8);
          near(scoreOf(withBonus).score, Math.min(100, added as number));
          // Section scores are not cut: what was earned above shows there.
          const possible = first.items.reduce((sum, each) => sum + each.possible * each.weight, 0);
          const gained = (100 * bonus.earned * bonus.weight) / possible;
          near(scoreOf(withBonus).sections[0] ?? null, (scoreOf(sections).sections[0] as number) + gained);
        },
      ),
    );
    const full = [{ weight: 1, items: [item(4, 4), item(1, 1, { isBonus: true })] }];
    expect(scoreOf(full).score).toBe(100);
    expect(scoreOf(full, false).score).toBe(125);
  });

  it("fails the audit when a critical item is failed, and keeps the total as it is", () => {
    fc.assert(
      fc.property(anySections(), anyItem(), (sections, each) => {
        const withItem = (isCritical: boolean) => [
          ...sections,
          { weight: 1, items: [{ ...each, isCritical }] },
        ];
        expect(scoreOf(withItem(true)).score).toBe(scoreOf(withItem(false)).score);
        expect(scoreOf(withItem(false)).isFailed).toBe(scoreOf(sections).isFailed);
        expect(scoreOf(withItem(true)).isFailed).toBe(
          scoreOf(sections).isFailed || each.earned < each.passPoints,
        );
      }),
    );
  });

  it("passes an item at its pass points and fails it below", () => {
    expect(isItemFailed({ earned: 2, passPoints: 2 })).toBe(false);
    expect(isItemFailed({ earned: 1.9, passPoints: 2 })).toBe(true);
    expect(isItemFailed({ earned: 0, passPoints: 0 })).toBe(false);
  });
});
