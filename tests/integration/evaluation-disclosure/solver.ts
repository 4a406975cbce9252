/** A fraction, exact. */
type Fraction = { top: bigint; bottom: bigint };

const fraction = (top: bigint, bottom: bigint): Fraction => {
  const divisor = gcd(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom) || 1n;
  const sign = bottom < 0n ? -1n : 1n;
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor };
};
const gcd = (one: bigint, other: bigint): bigint => (other === 0n ? one : gcd(other, one % other));
const minusTimes = (from: Fraction, factor: Fraction, value: Fraction) =>
  fraction(
    from.top * factor.bottom * value.bottom - factor.top * value.top * from.bottom,
    from.bottom * factor.bottom * value.bottom,
  );
const over = (one: Fraction, other: Fraction) => fraction(one.top * other.bottom, one.bottom * other.top);
const whole = (value: number) => fraction(BigInt(value), 1n);
const ZERO = whole(0);

/** What a reader learns: certain people's points add up to a sum. People are numbered from 0. */
export type Equation = { members: readonly number[]; sum: number };

type Row = { pivot: number; left: Fraction[]; right: Fraction };

/** Gauss and Jordan, over the rationals. */
function reduce(equations: readonly { left: readonly number[]; right: number }[]): Row[] {
  const rows: Row[] = [];
  for (const equation of equations) {
    const [left, right] = eliminate(rows, equation.left.map(whole), whole(equation.right));
    const pivot = left.findIndex(({ top }) => top !== 0n);
    const head = left[pivot];
    if (!head) continue;
    const row = { pivot, left: left.map((value) => over(value, head)), right: over(right, head) };
    for (const each of rows) {
      const factor = each.left[pivot] ?? ZERO;
      each.left = each.left.map((value, at) => minusTimes(value, factor, row.left[at] ?? ZERO));
      each.right = minusTimes(each.right, factor, row.right);
    }
    rows.push(row);
  }
  return rows;
}

function eliminate(rows: readonly Row[], left: Fraction[], right: Fraction): [Fraction[], Fraction] {
  return rows.reduce<[Fraction[], Fraction]>(
    ([rest, value], row) => {
      const factor = rest[row.pivot] ?? ZERO;
      return [
        rest.map((each, at) => minusTimes(each, factor, row.left[at] ?? ZERO)),
        minusTimes(value, factor, row.right),
      ];
    },
    [left, right],
  );
}

/**
 * The sum of some people's points, if it follows from the equations by adding and subtracting them; null if it does not.
 */
export function determineSum(
  equations: readonly Equation[],
  people: number,
  members: readonly number[],
): number | null {
  const vector = (some: readonly number[]) =>
    Array.from({ length: people }, (_, person) => (some.includes(person) ? 1 : 0));
  const rows = reduce(equations.map((each) => ({ left: vector(each.members), right: each.sum })));
  const [left, right] = eliminate(rows, vector(members).map(whole), ZERO);
  return left.every(({ top }) => top === 0n) ? -Number(right.top) / Number(right.bottom) : null;
}

/** What a reader learns: numbers that are known weights of unknown values; each value is of one person (`owners`). */
export type Knowledge = { weights: readonly (readonly number[])[]; owners: readonly number[] };

/**
 * People whose values have exactly the same weights everywhere: nothing that follows tells one of them from another. People
 * of whom nothing is known are left out.
 */
function listAlike({ weights, owners }: Knowledge): number[][] {
  const alike = new Map<string, number[]>();
  for (const person of new Set(owners)) {
    const columns = owners.flatMap((owner, at) =>
      owner === person ? [weights.map((row) => row[at] ?? 0)] : [],
    );
    if (columns.flat().every((weight) => weight === 0)) continue;
    const key = JSON.stringify(columns);
    alike.set(key, [...(alike.get(key) ?? []), person]);
  }
  return [...alike.values()];
}

/**
 * Sets of fewer than k people of whom alone something follows by adding and subtracting: a value, a sum, any other weighing.
 * Whatever follows weighs people who are alike in the same way, so that only unions of those need to be tried; over one of
 * them something follows where leaving its people out lowers the rank.
 */
export function findExposedBy(knowledge: Knowledge, k: number): number[][] {
  const unions: number[][] = [];
  for (const alike of listAlike(knowledge)) {
    const larger = [[], ...unions].map((each) => [...each, ...alike]);
    unions.push(...larger.filter(({ length }) => length < k));
  }
  const { weights, owners } = knowledge;
  const rankWithout = (some: readonly number[]) =>
    reduce(
      weights.map((row) => ({
        left: row.map((weight, at) => (some.includes(owners[at] as number) ? 0 : weight)),
        right: 0,
      })),
    ).length;
  if (unions.length === 0) return [];
  const rank = rankWithout([]);
  return unions.filter((union) => rankWithout(union) < rank);
}

const asKnowledge = (equations: readonly Equation[], people: number): Knowledge => {
  const everybody = Array.from({ length: people }, (_, person) => person);
  return {
    weights: equations.map(({ members }) => everybody.map((person) => (members.includes(person) ? 1 : 0))),
    owners: everybody,
  };
};

/** People who are in exactly the same equations. @see listAlike */
export function listAtoms(equations: readonly Equation[], people: number): number[][] {
  return listAlike(asKnowledge(equations, people));
}

/** Sets of fewer than k people of whom alone something follows. @see findExposedBy */
export function findExposed(equations: readonly Equation[], people: number, k: number): number[][] {
  return findExposedBy(asKnowledge(equations, people), k);
}

/** A distribution a reader learns: of certain people so many gave each point, 1 first. */
export type Spread = { members: readonly number[]; counts: readonly number[] };

/**
 * Tries every way in which people could have given points from 1 to `points`, and keeps what all ways that fit have in
 * common: sets of fewer than k people whose sum is the same in each. Only for few people.
 */
export function findCertain(
  equations: readonly Equation[],
  spreads: readonly Spread[],
  people: number,
  points: number,
  k: number,
): number[][] {
  const sets = listSmallSets(people, k);
  const sums = sets.map(() => new Set<number>());
  const given: number[] = Array.from({ length: people }, () => 1);
  const fits = () =>
    equations.every(
      ({ members, sum }) => members.reduce((total, at) => total + (given[at] ?? 0), 0) === sum,
    ) &&
    spreads.every(({ members, counts }) =>
      counts.every((count, point) => members.filter((at) => given[at] === point + 1).length === count),
    );
  const visit = (person: number) => {
    if (person === people) {
      if (!fits()) return;
      sets.forEach((set, at) => {
        sums[at]?.add(set.reduce((total, each) => total + (given[each] ?? 0), 0));
      });
      return;
    }
    for (let point = 1; point <= points; point += 1) {
      given[person] = point;
      visit(person + 1);
    }
  };
  visit(0);
  return sets.filter((_, at) => sums[at]?.size === 1);
}

function listSmallSets(people: number, k: number): number[][] {
  const sets: number[][] = [[]];
  for (let person = 0; person < people; person += 1) {
    const larger = sets.map((set) => [...set, person]);
    sets.push(...larger.filter(({ length }) => length < k));
  }
  return sets.filter(({ length }) => length > 0);
}
