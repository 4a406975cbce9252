import { describe, expect, test } from "vitest";
import { chooseAxis, drawTrend, type PicturePoint } from "./trend-picture";

const point = (value: number | null, low = value, high = value, isSignal = false): PicturePoint => ({
  value,
  interval: value === null ? null : { low: low as number, high: high as number },
  isSignal,
});
const NPS = { low: -100, high: 100 };
const SHARE = { low: 0, high: 1 };

describe("the value axis", () => {
  test.each([
    ["around zero", [point(5, -12, 18)], NPS, [-20, 0, 20]],
    ["one side", [point(42, 36, 48), point(50, 44, 55)], NPS, [20, 40, 60]],
    ["a narrow range", [point(42.1, 42, 42.3)], NPS, [40, 45, 50]],
    ["shares", [point(0.73, 0.61, 0.82), point(0.84, 0.71, 0.91)], SHARE, [0.5, 0.75, 1]],
    ["near the top of the scale", [point(0.98, 0.93, 1)], SHARE, [0.9, 0.95, 1]],
    ["at the bottom of the scale", [point(-100, -100, -60)], NPS, [-100, -80, -60]],
    ["a mean", [point(5.54, 5.09, 5.98)], { low: 1, high: 7 }, [5, 5.5, 6]],
    ["everything", [point(0, -100, 100)], NPS, [-100, 0, 100]],
    ["nothing", [point(null)], NPS, [-100, 0, 100]],
  ])("%s", (_name, points, scale, expected) => {
    expect(chooseAxis(points, scale)).toEqual(expected);
  });

  test("holds every interval, evenly divided, within the scale", () => {
    for (let low = -100; low < 100; low += 3) {
      for (let high = low + 1; high <= 100; high += 7) {
        const [bottom, middle, top] = chooseAxis([point((low + high) / 2, low, high)], NPS);
        expect([bottom <= low, high <= top, bottom >= -100, top <= 100]).toEqual([true, true, true, true]);
        expect(top - middle).toBeCloseTo(middle - bottom);
      }
    }
  });
});

describe("the drawing", () => {
  const picture = {
    points: [point(10, 0, 20), point(20, 10, 30), point(null), point(-5, -15, 5, true), point(15, 5, 25)],
    centre: 12,
    axis: [-20, 10, 40] as const,
  };

  test("has a dot or a diamond for each week with answers, gaps, and not a word", () => {
    const svg = drawTrend(picture);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg.match(/fill="#e8590c"/g)).toHaveLength(1);
    // Two strokes: before and after the week without answers.
    expect(/<path d="([^"]+)" stroke="[^"]+" stroke-width="5"/.exec(svg)?.[1]?.match(/M/g)).toHaveLength(2);
    expect(svg).not.toMatch(/<text|font|NaN|null/);
    expect(svg).toContain("stroke-dasharray");
    expect(drawTrend({ ...picture, centre: null })).not.toContain("stroke-dasharray");
  });

  test("puts better above worse, each on its interval", () => {
    const circles = [...drawTrend(picture).matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const [first, second, last] = circles as [number[], number[], number[]];
    expect(second[1]).toBeLessThan(first[1] as number);
    expect(first[0]).toBeLessThan(second[0] as number);
    expect(second[0]).toBeLessThan(last[0] as number);
  });
});
