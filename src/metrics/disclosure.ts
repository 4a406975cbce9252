/**
 * What may be shown of answers that were given under a promise of anonymity (METRICS.md, 360 evaluations).
 *
 * Two ideas carry it. People are put into disjoint cells of at least k, once for a whole report, and every figure that
 * spans cells is the sum of cells that are shown: there is never a total from which shown parts could be subtracted. And a
 * later release changes a cell's figure only by at least k people at a time, so that two releases cannot be subtracted
 * either.
 */

/** No group of fewer is ever shown, whatever a cycle says. */
export const SMALLEST_K = 3;

/** A distribution tells each point given, a mean only their sum: it needs this many more people. */
export const DISTRIBUTION_MARGIN = 2;

/** People of one kind: a rater group of a subject, a team of a location. */
export type Unit<Key extends string> = {
  key: Key;
  /** How many are to be protected in it: raters who answered, subjects whose own figures the reader may not see. */
  size: number;
  /** It is one of the small units even where its size is 0: that there is nobody in it must not be told either. */
  countsWhenEmpty?: boolean;
};

export type Cell<Key extends string> = {
  units: Key[];
  size: number;
  /** As an earlier release showed it, though a few more may have answered since: nothing of it may change. */
  isUnchanged: boolean;
};

export type Partition<Key extends string> = {
  /** Disjoint; each of at least k. In the order of the units; the merged one last. */
  cells: Cell<Key>[];
  /** Units nothing is shown of, because even together with all others they would be fewer than k. */
  hidden: Key[];
};

/** A cell as an earlier release showed it. */
export type KeptCell<Key extends string> = { units: readonly Key[]; size: number };

/**
 * Puts units into cells of at least k: a unit of k or more stands alone; the smaller ones are merged; if they are fewer than
 * k together, the smallest shown unit joins them (complementary suppression: else they could be found by subtraction from
 * what is shown of all). Units of size 0 are left out, but for those with `countsWhenEmpty`: a group of one who was asked
 * would else tell by being merged or not whether that one answered. No units give no cells. Throws below SMALLEST_K.
 *
 * `kept` holds the cells of an earlier release: what was shown as one is never taken apart, and a cell stays exactly as it
 * was (its size, too) until at least k more people are in it. A unit that is in none of them stands alone if it is large
 * enough; the smaller ones join the merged cell where it grows by k with them, become one if they are k together and there
 * is none, or else are hidden.
 *
 * Source: METRICS.md, 360 evaluations; primary suppression as in PeopleCues' manual (known answer anon-peoplecues), the
 * remainder rule as in Tivian's (anon-tivian).
 */
export function formCells<Key extends string>(
  units: readonly Unit<Key>[],
  k: number,
  kept: readonly KeptCell<Key>[] = [],
): Partition<Key> {
  requireThreshold(k);
  const present = units.filter(({ size, countsWhenEmpty }) => size > 0 || countsWhenEmpty === true);
  if (kept.length > 0) return keepCells(present, k, kept);
  const alone = present.filter(({ size }) => size >= k);
  const small = present.filter(({ size }) => size < k);
  if (small.length === 0) return { cells: alone.map(toCell), hidden: [] };
  while (sizeOf(small) < k) {
    const next = smallest(alone);
    if (!next) return { cells: [], hidden: small.map(({ key }) => key) };
    alone.splice(alone.indexOf(next), 1);
    small.push(next);
  }
  return { cells: [...alone.map(toCell), merge(inOrder(units, small))], hidden: [] };
}

function keepCells<Key extends string>(
  present: Unit<Key>[],
  k: number,
  kept: readonly KeptCell<Key>[],
): Partition<Key> {
  const loose = present.filter(({ key }) => !kept.some(({ units }) => units.includes(key)));
  const small = loose.filter(({ size }) => size < k);
  const merged = kept.find(({ units }) => units.length > 1);
  let joined = !merged && sizeOf(small) >= k;
  const cells = kept.map((earlier): Cell<Key> => {
    const now = present.filter(({ key }) => earlier.units.includes(key));
    const grown = merge(earlier === merged ? inOrder(present, [...now, ...small]) : now);
    if (grown.size - earlier.size < k) {
      return { units: [...earlier.units], size: earlier.size, isUnchanged: true };
    }
    joined ||= earlier === merged;
    return grown;
  });
  if (!merged && joined) cells.push(merge(small));
  const alone = loose.filter(({ size }) => size >= k).map(toCell);
  return {
    cells: [...cells, ...alone].toSorted(
      (one, other) => rankOf(present, one.units) - rankOf(present, other.units),
    ),
    hidden: joined ? [] : small.map(({ key }) => key),
  };
}

/** The merged cell comes last. */
function rankOf<Key extends string>(units: readonly Unit<Key>[], [first, ...more]: readonly Key[]): number {
  return more.length > 0 ? units.length : units.findIndex(({ key }) => key === first);
}

/** What the people of a unit gave for one item. */
export type Tally = {
  /** How many gave a point: those who could not say are not among them. */
  n: number;
  /** Of the points given. */
  sum: number;
  /** How many gave each point of the scale, the lowest first. */
  counts: readonly number[];
};

/** What is shown of one item in one cell. */
export type PublishedFigure = {
  n: number;
  sum: number;
  /** Null where there are too few for a distribution. */
  counts: number[] | null;
};

/** Nobody's answers, on a scale of `points` points. */
export function emptyTally(points: number): Tally {
  return { n: 0, sum: 0, counts: Array.from({ length: points }, () => 0) };
}

/** The answers of several units as one. An empty list gives nobody's answers on a scale of no points. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const points = Math.max(0, ...tallies.map(({ counts }) => counts.length));
  return tallies.reduce<Tally>(
    (total, tally) => ({
      n: total.n + tally.n,
      sum: total.sum + tally.sum,
      counts: total.counts.map((count, point) => count + (tally.counts[point] ?? 0)),
    }),
    emptyTally(points),
  );
}

/**
 * What is shown of an item's answers in a cell of anonymous people; null where fewer than k gave a point (some of a large
 * enough cell may have been unable to say). A distribution needs DISTRIBUTION_MARGIN more people than a mean.
 *
 * `earlier` is what the last release showed of the same cell and item: it stays until at least k more people gave a point,
 * and a distribution only follows where neither it nor the difference to the earlier one is of too few.
 */
export function publishFigure(
  tally: Tally,
  k: number,
  earlier: PublishedFigure | null = null,
): PublishedFigure | null {
  requireThreshold(k);
  const enough = k + DISTRIBUTION_MARGIN;
  if (!earlier) {
    if (tally.n < k) return null;
    return { n: tally.n, sum: tally.sum, counts: tally.n >= enough ? [...tally.counts] : null };
  }
  const more = tally.n - earlier.n;
  if (more < k) return earlier;
  return { n: tally.n, sum: tally.sum, counts: more >= enough ? [...tally.counts] : null };
}

/** What is shown of an item's answers of people who are not anonymous (self, manager): everything; null without an answer. */
export function publishNamedFigure(tally: Tally): PublishedFigure | null {
  return tally.n === 0 ? null : { n: tally.n, sum: tally.sum, counts: [...tally.counts] };
}

/**
 * An item's figure over several shown cells: their sum and nothing else, so that it tells no more than they do. Null without
 * any; a distribution only where each of them has one.
 */
export function sumFigures(figures: readonly PublishedFigure[]): PublishedFigure | null {
  if (figures.length === 0) return null;
  const counts = figures.map((figure) => figure.counts);
  return {
    n: figures.reduce((n, figure) => n + figure.n, 0),
    sum: figures.reduce((sum, figure) => sum + figure.sum, 0),
    counts: counts.every((given) => given !== null)
      ? [...addTallies(figures.map(({ n, sum, counts: given }) => ({ n, sum, counts: given ?? [] }))).counts]
      : null,
  };
}

function requireThreshold(k: number): void {
  if (!Number.isInteger(k) || k < SMALLEST_K) throw new Error(`k is ${k}, and never below ${SMALLEST_K}`);
}

function toCell<Key extends string>({ key, size }: Unit<Key>): Cell<Key> {
  return { units: [key], size, isUnchanged: false };
}

function merge<Key extends string>(units: readonly Unit<Key>[]): Cell<Key> {
  return { units: units.map(({ key }) => key), size: sizeOf(units), isUnchanged: false };
}

function sizeOf(units: readonly Unit<string>[]): number {
  return units.reduce((total, { size }) => total + size, 0);
}

/** The smallest, of equal ones the last: which it is must not depend on answers. */
function smallest<Key extends string>(units: readonly Unit<Key>[]): Unit<Key> | undefined {
  return units.reduce<Unit<Key> | undefined>(
    (least, unit) => (least === undefined || unit.size <= least.size ? unit : least),
    undefined,
  );
}

function inOrder<Key extends string>(all: readonly Unit<Key>[], some: readonly Unit<Key>[]): Unit<Key>[] {
  return all.filter((unit) => some.includes(unit));
}
