import { describe, expect, it } from "vitest";
import { indexScoreValues, readScore } from "./read-score";

const none = indexScoreValues([]);

describe("readScore", () => {
  it.each([
    ["5", "csat", 5],
    ["5,0", "csat", 5],
    ["5.0", "csat", 5],
    ["0", "nps", 0],
    ["10", "nps", 10],
    ["7", "ces", 7],
  ] as const)("%s is an answer on the scale of %s", (text, metric, score) => {
    expect(readScore(text, metric, none)).toEqual({ reading: "answer", score });
  });

  it.each([
    ["0", "csat", "outOfScale"],
    ["6", "csat", "outOfScale"],
    ["11", "nps", "outOfScale"],
    ["-1", "nps", "outOfScale"],
    ["4.5", "csat", "outOfScale"],
    ["4,5", "csat", "outOfScale"],
    ["five", "csat", "notANumber"],
    ["1e1", "nps", "notANumber"],
    ["", "csat", "none"],
  ] as const)("%j on the scale of %s is %s, never moved into it", (text, metric, reading) => {
    expect(readScore(text, metric, none)).toEqual({ reading, score: null });
  });

  it("reads what texts and codes were said to mean, whatever their capitals and decimals", () => {
    const values = indexScoreValues([
      { value: "Extremely likely", score: 5 },
      { value: "Blank", score: null },
      { value: "6", score: null },
    ]);
    expect(readScore("extremely  LIKELY", "csat", values)).toEqual({ reading: "answer", score: 5 });
    expect(readScore("blank", "csat", values)).toEqual({ reading: "none", score: null });
    expect(readScore("6,0", "csat", values)).toEqual({ reading: "none", score: null });
  });
});
