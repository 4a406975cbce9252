import type { Dimension } from "@/features/dashboards/schema";
import type { MetricKey } from "@/metrics/score-distribution";
import { querySql } from "../../database";

/**
 * Figures counted again from the stored answers, by nothing of src: SQL written here, formulas as METRICS.md has them.
 * Whatever the product shows has to agree with these.
 */
export type Recounted = { value: number | null; n: number; low: number | null; high: number | null };

export type BucketSize = "day" | "week" | "month" | "none";

type RawAnswer = Record<Dimension | "day" | "week" | "month", string> & { metric: MetricKey; score: number };

export const GROUPINGS: readonly (Dimension | "none")[] = [
  "none",
  "touchpoint",
  "employee",
  "location",
  "channel",
  "encounterType",
  "segment",
];
export const BUCKET_SIZES: readonly BucketSize[] = ["none", "day", "week", "month"];

/** Every figure of the days [first, after) by place: see placeOf. */
export async function recountEverything(
  url: string,
  organizationId: string,
  first: string,
  after: string,
): Promise<Map<string, Recounted>> {
  const answers = await querySql<RawAnswer>(
    url,
    `select a.metric::text as metric, a.score::int as score, a.touchpoint_id::text as touchpoint,
            a.employee_id::text as employee, a.location_id::text as location, a.channel::text as channel,
            a.encounter_type_id::text as "encounterType", coalesce(a.segment, '') as segment,
            to_char(a.answered_at at time zone o.time_zone, 'YYYY-MM-DD') as day,
            to_char(a.answered_at at time zone o.time_zone, 'IYYY-"W"IW') as week,
            to_char(a.answered_at at time zone o.time_zone, 'YYYY-MM') as month
       from answers a join organizations o on o.id = a.organization_id
      where a.organization_id = $1 and a.is_main
        and (a.answered_at at time zone o.time_zone)::date >= $2::date
        and (a.answered_at at time zone o.time_zone)::date < $3::date`,
    [organizationId, first, after],
  );
  const scores = new Map<string, { metric: MetricKey; scores: number[] }>();
  for (const answer of answers) {
    for (const grouping of GROUPINGS) {
      for (const size of BUCKET_SIZES) {
        const group = grouping === "none" ? "" : answer[grouping];
        const place = placeOf(answer.metric, grouping, group, size, size === "none" ? "" : answer[size]);
        const known = scores.get(place);
        if (known) known.scores.push(answer.score);
        else scores.set(place, { metric: answer.metric, scores: [answer.score] });
      }
    }
  }
  return new Map(Array.from(scores, ([place, found]) => [place, FORMULAS[found.metric](found.scores)]));
}

/** Where a figure stands: `bucket` is a day (2026-10-25), an ISO week (2026-W43), a month (2026-10) or "". */
export function placeOf(
  metric: MetricKey,
  grouping: Dimension | "none",
  group: string,
  size: BucketSize,
  bucket: string,
): string {
  return [metric, grouping, group, size, bucket].join(" | ");
}

/** The bucket of the day it begins with, in the words of placeOf; ISO weeks by Thursday's year and day (ISO 8601). */
export function bucketBeginning(firstDay: string, size: BucketSize): string {
  if (size === "none") return "";
  if (size === "day") return firstDay;
  if (size === "month") return firstDay.slice(0, 7);
  const thursday = new Date(Date.parse(firstDay) + 3 * 86_400_000);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

export const NOTHING: Recounted = { value: null, n: 0, low: null, high: null };

const Z = 1.96;

const FORMULAS: Record<MetricKey, (scores: readonly number[]) => Recounted> = {
  // Rocks 2016: three quarters of a detractor, one and a half passives, three quarters of a promoter are added.
  nps(scores) {
    const n = scores.length;
    const promoters = scores.filter((score) => score >= 9).length;
    const detractors = scores.filter((score) => score <= 6).length;
    const value = (100 * (promoters - detractors)) / n;
    const plus = (promoters + 0.75) / (n + 3);
    const minus = (detractors + 0.75) / (n + 3);
    const error = 100 * Math.sqrt((plus + minus - (plus - minus) ** 2) / (n + 3));
    const middle = 100 * (plus - minus);
    return {
      value,
      n,
      low: Math.min(value, Math.max(-100, middle - Z * error)),
      high: Math.max(value, Math.min(100, middle + Z * error)),
    };
  },
  csat: (scores) => wilson(scores.filter((score) => score >= 4).length, scores.length),
  ces(scores) {
    const n = scores.length;
    const value = scores.reduce((sum, score) => sum + score, 0) / n;
    if (n < 2) return { value, n, low: null, high: null };
    const variance = scores.reduce((sum, score) => sum + (score - value) ** 2, 0) / (n - 1);
    // Whole numbers hide what lies within half a step: 1/12 (Sheppard 1898).
    const reach = studentQuantile(n - 1) * Math.sqrt(Math.max(variance, 1 / 12) / n);
    return { value, n, low: Math.max(1, value - reach), high: Math.min(7, value + reach) };
  },
};

/** Wilson 1927: the shares p whose z test does not refuse k of n; the roots of (k/n − p)² = z²·p·(1 − p)/n. */
export function wilson(k: number, n: number): Recounted {
  if (n === 0) return NOTHING;
  const a = 1 + Z ** 2 / n;
  const b = -(2 * (k / n) + Z ** 2 / n);
  const c = (k / n) ** 2;
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return {
    value: k / n,
    n,
    low: Math.max(0, (-b - root) / (2 * a)),
    high: Math.min(1, (-b + root) / (2 * a)),
  };
}

const quantiles = new Map<number, number>();

/** The t beyond which 2.5 % of Student's distribution lie, by bisection of its density added up (Simpson). */
function studentQuantile(degrees: number): number {
  const known = quantiles.get(degrees);
  if (known !== undefined) return known;
  const density = (t: number) => (1 + t ** 2 / degrees) ** (-(degrees + 1) / 2);
  // With t = √degrees·tan(u) the whole line becomes −π/2 … π/2, and nothing is cut off.
  const integrate = (to: number) => {
    const steps = 4000;
    const width = to / steps;
    let sum = 0;
    for (let step = 0; step <= steps; step++) {
      const t = Math.sqrt(degrees) * Math.tan(step * width);
      const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
      sum += weight * density(t) * (1 + t ** 2 / degrees);
    }
    return (sum * width) / 3;
  };
  const half = integrate(Math.PI / 2 - 1e-12);
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < 45; step++) {
    const middle = (low + high) / 2;
    if (integrate(middle) / half < 0.95) low = middle;
    else high = middle;
  }
  const quantile = Math.sqrt(degrees) * Math.tan((low + high) / 2);
  quantiles.set(degrees, quantile);
  return quantile;
}

/** Answered ÷ (sent − bounced) of the invitations sent on the days [first, after), by group. */
export async function recountResponseRates(
  url: string,
  organizationId: string,
  grouping: Dimension | "none",
  first: string,
  after: string,
): Promise<Map<string, Recounted>> {
  const column = {
    none: "''",
    touchpoint: "e.touchpoint_id::text",
    employee: "e.employee_id::text",
    location: "e.location_id::text",
    channel: "e.channel::text",
    encounterType: "e.encounter_type_id::text",
    segment: "coalesce(e.segment, '')",
  }[grouping];
  const rows = await querySql<{ group: string; sent: number; bounced: number; answered: number }>(
    url,
    `select ${column} as group, count(*)::int as sent,
            (count(*) filter (where i.bounced_at is not null and i.status <> 'answered'))::int as bounced,
            (count(*) filter (where i.status = 'answered'))::int as answered
       from invitations i
       join encounters e on e.organization_id = i.organization_id and e.id = i.encounter_id
       join organizations o on o.id = i.organization_id
      where i.organization_id = $1 and i.sent_at is not null
        and (i.sent_at at time zone o.time_zone)::date >= $2::date
        and (i.sent_at at time zone o.time_zone)::date < $3::date
      group by 1`,
    [organizationId, first, after],
  );
  return new Map(rows.map(({ group, sent, bounced, answered }) => [group, wilson(answered, sent - bounced)]));
}
