import type { MetricsRow } from "./metrics-sql";

type Answer = {
  data: {
    group: { id: string | null } | null;
    start: string | null;
    n: number;
    distribution: { score: number; count: number }[];
  }[];
};

/** Fails when the programming interface tells other numbers than the raw count, score by score. */
export function requireSameMetrics(path: string, rows: MetricsRow[], body: string): void {
  const { data } = JSON.parse(body) as Answer;
  const told = new Map<string, number>();
  for (const { group, start, n, distribution } of data) {
    for (const { score, count } of distribution) {
      if (count > 0) told.set(`${group?.id ?? ""} ${start ?? ""} ${score}`, count);
    }
    const sum = distribution.reduce((total, { count }) => total + count, 0);
    if (sum !== n) throw new Error(`${path}: n is ${n} and the distribution holds ${sum}`);
  }
  for (const { group, bucket, score, count } of rows) {
    const name = `${group ?? ""} ${bucket ?? ""} ${score}`;
    if (told.get(name) !== count) throw new Error(`${path}: ${name}: ${count} raw, ${told.get(name)} told`);
    told.delete(name);
  }
  if (told.size > 0) throw new Error(`${path}: ${told.size} numbers that the raw count does not have`);
}
