const letterWidth = 6.6;
const lineHeight = 14;
const gap = 10;

type Placed = { name: string; x: number; y: number };

/**
 * Which marks are named beside them, and on which side: on the left near the right edge. A name that would cover another
 * one is left out; it is still told when its mark is pointed at.
 */
export function placeNames<P extends Placed>(
  marks: readonly P[],
  right: number,
): (P & { isLate: boolean })[] {
  const taken: { from: number; to: number; y: number }[] = [];
  return marks.flatMap((mark) => {
    const width = mark.name.length * letterWidth;
    const isLate = mark.x + gap + width > right;
    const from = isLate ? mark.x - gap - width : mark.x + gap;
    const box = { from, to: from + width, y: mark.y };
    const isFree = taken.every(
      (other) => Math.abs(other.y - box.y) >= lineHeight || other.to < box.from || other.from > box.to,
    );
    if (!isFree) return [];
    taken.push(box);
    return [{ ...mark, isLate }];
  });
}
