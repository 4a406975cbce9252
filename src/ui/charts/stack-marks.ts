import { findScalePosition } from "./scale-position";

/** Part of the scale's width within which two marks would cover each other on a phone. */
const CLOSE = 0.05;

/**
 * Puts each mark into the first lane in which it covers none before it, from the lowest value on; equal values keep their
 * order. No marks: one empty lane.
 */
export function stackMarks<Mark extends { value: number }>(
  marks: readonly Mark[],
  domain: [number, number],
): { marks: (Mark & { lane: number })[]; lanes: number } {
  const ends: number[] = [];
  const sorted = [...marks].sort((a, b) => a.value - b.value);
  const placed = sorted.map((mark) => {
    const position = findScalePosition(mark.value, domain);
    const free = ends.findIndex((end) => position - end >= CLOSE);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = position;
    return { ...mark, lane };
  });
  return { marks: placed, lanes: Math.max(1, ends.length) };
}
