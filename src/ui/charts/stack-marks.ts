import { findScalePosition } from "./scale-position";

/** Part of the scale's width within which two marks would cover each other on a phone. */
const CLOSE = 0.05;

/** 0, 1, −1, 2, −2 …: below the line and above it by turns. */
function laneAt(index: number): number {
  return index % 2 === 1 ? (index + 1) / 2 : 0 - index / 2;
}

/**
 * Puts each mark on the line (lane 0), or where it would cover one before it into the nearest free lane below (1, 2 …) or
 * above (−1, −2 …). The first marks get the line. `lowest` and `highest` are the lanes used; no marks use the line alone.
 */
export function stackMarks<Mark extends { value: number }>(
  marks: readonly Mark[],
  domain: [number, number],
): { marks: (Mark & { lane: number })[]; lowest: number; highest: number } {
  const taken: { lane: number; position: number }[] = [];
  const placed = marks.map((mark) => {
    const position = findScalePosition(mark.value, domain);
    const isFree = (lane: number) =>
      taken.every((other) => other.lane !== lane || Math.abs(other.position - position) >= CLOSE);
    let index = 0;
    while (!isFree(laneAt(index))) index += 1;
    const lane = laneAt(index);
    taken.push({ lane, position });
    return { ...mark, lane };
  });
  const lanes = [0, ...taken.map(({ lane }) => lane)];
  return { marks: placed, lowest: Math.min(...lanes), highest: Math.max(...lanes) };
}
