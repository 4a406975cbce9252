import { describe, expect, it } from "vitest";
import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import { emptyTally, type Tally } from "@/metrics/disclosure";
import { decideRelease } from "./decide-release";
import type { SubjectAnswers } from "./publish-report";

/** So many of each group have sent their ratings; everybody gave a three. */
function sent(raters: Partial<Record<RaterGroup, number>>): SubjectAnswers {
  const groups = Object.entries(raters) as [RaterGroup, number][];
  const tally = (n: number): Tally => ({ n, sum: 3 * n, counts: [0, 0, n, 0, 0] });
  return {
    isOnePerson: true,
    points: emptyTally(5).counts.length,
    groups: groups.map(([group, number]) => ({ group, raters: number, invited: 9 })),
    items: [{ itemId: "item", tallies: Object.fromEntries(groups.map(([group, n]) => [group, tally(n)])) }],
  };
}

describe("a first release", () => {
  it("waits until something of others can be shown", () => {
    expect(decideRelease(sent({}), 3, null)).toBeNull();
    expect(decideRelease(sent({ self: 1 }), 3, null)).toBeNull();
    expect(decideRelease(sent({ self: 1, peer: 2 }), 3, null)).toBeNull();
    expect(decideRelease(sent({ self: 1, peer: 3 }), 3, null)?.cells.map(({ cell }) => cell)).toContain(
      "peer",
    );
    expect(decideRelease(sent({ manager: 1 }), 3, null)).not.toBeNull();
  });
});

describe("a later release", () => {
  it("needs k new anonymous ratings, and named ones do not count", () => {
    const shown = decideRelease(sent({ peer: 3 }), 3, null);
    if (!shown) throw new Error("nothing was released");
    const last = { shown, counted: 3 };
    expect(decideRelease(sent({ self: 1, manager: 1, peer: 5 }), 3, last)).toBeNull();
    expect(decideRelease(sent({ peer: 6 }), 3, last)?.cells).toMatchObject([{ cell: "peer", raters: 6 }]);
  });
});
