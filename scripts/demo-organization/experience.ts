import type { ScoreBand } from "@/features/surveys/schema";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import type { Random } from "../../tests/factories/random";
import { COMMENTS, FOLLOW_UPS, TOPICAL } from "./comments";
import { type DemoTouchpoint, IMPROVED_TOUCHPOINT, WORSENING_TOUCHPOINT } from "./story";

const MONTH = 30.44 * 24 * 3600_000;

/** How good an encounter is for its customer, in standard deviations around the chain's mean. */
export function drawExperience(
  random: Random,
  options: { touchpoint: DemoTouchpoint; employeeEffect: number; occurredAt: Date; now: Date },
): number {
  const monthsAgo = (options.now.getTime() - options.occurredAt.getTime()) / MONTH;
  const { touchpoint } = options;
  let story = 0;
  if (touchpoint.key === WORSENING_TOUCHPOINT.key && monthsAgo < WORSENING_TOUCHPOINT.months) {
    story = -WORSENING_TOUCHPOINT.drop * (1 - monthsAgo / WORSENING_TOUCHPOINT.months);
  }
  if (touchpoint.key === IMPROVED_TOUCHPOINT.key && monthsAgo < IMPROVED_TOUCHPOINT.monthsAgo) {
    story = IMPROVED_TOUCHPOINT.rise;
  }
  return touchpoint.effect + options.employeeEffect + story + random.normal();
}

/** The score a customer with this experience gives. */
export function scoreFor(metric: MetricKey, experience: number): number {
  const [centre, slope] = { nps: [8.2, 1.55], csat: [4.1, 0.8], ces: [5.4, 1.15] }[metric] as [
    number,
    number,
  ];
  const { min, max } = METRIC_SCALES[metric];
  return Math.min(max, Math.max(min, Math.round(centre + slope * experience)));
}

/** What the customer writes as the reason; null for the many who write nothing. */
export function writeFollowUp(
  random: Random,
  options: { language: "fi" | "sv" | "en"; band: ScoreBand; touchpoint: string; employee: string },
): string | null {
  if (!random.chance({ high: 0.34, middle: 0.4, low: 0.6 }[options.band])) return null;
  const general = FOLLOW_UPS[options.language][options.band];
  const topical = TOPICAL[options.touchpoint]?.[options.language]?.[options.band] ?? [];
  const first = topical.length > 0 && random.chance(0.6) ? random.pick(topical) : random.pick(general);
  const second = random.chance(0.15) ? random.pick(general) : null;
  const text = second && second !== first ? `${first} ${second}` : first;
  return text.replaceAll("{name}", options.employee.split(" ")[0] ?? options.employee);
}

export function writeComment(random: Random, language: "fi" | "sv" | "en"): string | null {
  return random.chance(0.08) ? random.pick(COMMENTS[language]) : null;
}
