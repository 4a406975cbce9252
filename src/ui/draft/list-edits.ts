/** A key that nothing of the draft has had: answers find what they are to by it in every version. */
export function makeKey(prefix: string): string {
  return `${prefix}-${Math.random().toString(36).slice(2, 10).padEnd(8, "0")}`;
}

/** The list with one item moved by a step; unchanged at its ends. */
export function moveItem<T>(list: readonly T[], index: number, step: -1 | 1): T[] {
  const target = index + step;
  if (target < 0 || target >= list.length) return [...list];
  const moved = [...list];
  const [item] = moved.splice(index, 1);
  moved.splice(target, 0, item as T);
  return moved;
}

/** The list with an item put in at an index, or at the end when the list has become shorter meanwhile. */
export function insertItem<T>(list: readonly T[], index: number, item: T): T[] {
  return [...list.slice(0, index), item, ...list.slice(index)];
}
