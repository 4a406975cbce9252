import { normalizeName } from "./words";

/** A thing a file can name. `keys` in order of rank: a match by a reference beats one by a name. */
export type Nameable = { id: string; keys: (string | null)[]; isArchived: boolean };

export type Found<T> = { status: "found"; item: T } | { status: "unknown" } | { status: "several" };

/**
 * Finds things by what a file calls them, whatever the capitals. Among equals those in use come before archived ones;
 * a name that several in use share is "several".
 */
export function indexByName<T extends Nameable>(items: readonly T[]): (text: string) => Found<T> {
  const ranks = Math.max(0, ...items.map((item) => item.keys.length));
  const byRank = Array.from({ length: ranks }, () => new Map<string, T[]>());
  for (const item of items) {
    for (const [rank, key] of item.keys.entries()) {
      if (key === null || key === "") continue;
      const name = normalizeName(key);
      const map = byRank[rank];
      const sharing = map?.get(name);
      if (sharing) sharing.push(item);
      else map?.set(name, [item]);
    }
  }
  return (text) => {
    const name = normalizeName(text);
    for (const map of byRank) {
      const matching = map.get(name) ?? [];
      const inUse = matching.filter((item) => !item.isArchived);
      const candidates = inUse.length > 0 ? inUse : matching;
      if (candidates.length > 1) return { status: "several" };
      const [item] = candidates;
      if (item) return { status: "found", item };
    }
    return { status: "unknown" };
  };
}
