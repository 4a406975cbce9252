import fc from "fast-check";
import { METRIC_SCALES, type MetricKey, type ScoreDistribution } from "./score-distribution";

export const METRICS: readonly MetricKey[] = ["nps", "csat", "ces"];

/** Any distribution of a metric, with empty, single-answer and unanimous ones as likely as large ones. */
export function anyDistributionOf(metric: MetricKey, { minimumN = 0 } = {}): fc.Arbitrary<ScoreDistribution> {
  const { min, max } = METRIC_SCALES[metric];
  const length = max - min + 1;
  const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5000 }));
  const spread = fc.array(count, { minLength: length, maxLength: length });
  const unanimous = fc
    .tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 0, max: 50 }))
    .map(([at, n]) => Array.from({ length }, (_, index) => (index === at ? n : 0)));
  return fc
    .oneof(spread, unanimous)
    .filter((counts) => counts.reduce((sum, value) => sum + value, 0) >= minimumN)
    .map((counts) => ({ metric, counts }));
}

export function anyDistribution(options = { minimumN: 0 }): fc.Arbitrary<ScoreDistribution> {
  return fc.constantFrom(...METRICS).chain((metric) => anyDistributionOf(metric, options));
}

/** Several distributions of one metric. */
export function anyDistributions(size: { minLength?: number; maxLength?: number } = {}) {
  return fc
    .constantFrom(...METRICS)
    .chain((metric) =>
      fc.tuple(fc.constant(metric), fc.array(anyDistributionOf(metric), { maxLength: 12, ...size })),
    );
}

/** The same shape with `factor` times the answers. */
export function scaleDistribution(distribution: ScoreDistribution, factor: number): ScoreDistribution {
  return { metric: distribution.metric, counts: distribution.counts.map((count) => count * factor) };
}

/** Every number anywhere inside: for asserting that none is NaN or infinite. */
export function collectNumbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(collectNumbers);
}
