type Keyed = { key: string };

/**
 * The keys of what is in both lists and was moved: the fewest that explain the new order (all but a longest run that kept
 * its order).
 */
export function findMoved(before: readonly Keyed[], after: readonly Keyed[]): Set<string> {
  const placeBefore = new Map(before.map(({ key }, index) => [key, index]));
  const shared = after.filter(({ key }) => placeBefore.has(key));
  /** The longest run in the old order that ends at each item. */
  const runs: { length: number; previous: number }[] = [];
  let last = -1;
  for (const [index, { key }] of shared.entries()) {
    const place = placeBefore.get(key) as number;
    let run = { length: 1, previous: -1 };
    for (const [earlier, found] of runs.entries()) {
      const isBefore = (placeBefore.get((shared[earlier] as Keyed).key) as number) < place;
      if (isBefore && found.length >= run.length) run = { length: found.length + 1, previous: earlier };
    }
    runs.push(run);
    if (last === -1 || run.length > (runs[last]?.length ?? 0)) last = index;
  }
  const moved = new Set(shared.map(({ key }) => key));
  for (let index = last; index >= 0; index = runs[index]?.previous ?? -1) {
    moved.delete((shared[index] as Keyed).key);
  }
  return moved;
}
