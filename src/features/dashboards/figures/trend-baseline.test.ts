import { describe, expect, it } from "vitest";
import { controlChart } from "@/metrics/control-chart";
import { distributionFromRows } from "@/metrics/score-distribution";
import { chooseBaseline } from "./trend-baseline";

const answered = (count: number) => Array<number>(count).fill(20);

describe("chooseBaseline", () => {
  it.each<[string, number[], number]>([
    ["nothing", [], 0],
    ["fewer than limits need", answered(5), 5],
    ["just enough", answered(8), 8],
    ["the first eight of thirteen", answered(13), 8],
    ["the first half of many", answered(53), 27],
    ["weeks without answers do not count", [0, 0, ...answered(8), 0, ...answered(4)], 10],
  ])("%s", (_name, answers, expected) => expect(chooseBaseline(answers)).toBe(expected));

  it("lets a lasting drop stand out, not the good weeks before it", () => {
    const week = (satisfied: number, index: number) => ({
      key: String(index),
      distribution: distributionFromRows("csat", [
        { score: 5, count: satisfied },
        { score: 2, count: 50 - satisfied },
      ]),
    });
    const points = [41, 43, 42, 40, 42, 44, 41, 42, 41, 27, 26, 28, 25].map(week);
    const baseline = chooseBaseline(points.map(() => 50));
    const signals = controlChart(points, { baseline }).points.map(({ signal }) => signal?.side ?? null);
    expect(signals).toEqual([...Array(9).fill(null), "below", "below", "below", "below"]);
  });
});
