import { describe, expect, it } from "vitest";
import { HIGHLIGHT_STOP as off, HIGHLIGHT_START as on, splitHighlights } from "./highlight";

describe("splitHighlights", () => {
  it.each([
    ["", []],
    ["plain", [{ text: "plain", isHit: false }]],
    [
      `a ${on}hit${off} and ${on}more${off}`,
      [
        { text: "a ", isHit: false },
        { text: "hit", isHit: true },
        { text: " and ", isHit: false },
        { text: "more", isHit: true },
      ],
    ],
    [`${on}<b>${off}`, [{ text: "<b>", isHit: true }]],
    [
      `never closed ${on}hit`,
      [
        { text: "never closed ", isHit: false },
        { text: "hit", isHit: true },
      ],
    ],
    [`stray${off} mark`, [{ text: "stray mark", isHit: false }]],
  ])("%j", (marked, pieces) => expect(splitHighlights(marked)).toEqual(pieces));
});
