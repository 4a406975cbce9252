/** Mean of the absolute differences between neighbours; null for fewer than two values. */
export function calculateAverageMovingRange(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const total = values
    .slice(1)
    .reduce((sum, value, index) => sum + Math.abs(value - (values[index] ?? value)), 0);
  return total / (values.length - 1);
}

/**
 * A moving range of two normal values is on average 1.128 standard deviations (Shewhart's d₂ for n = 2): dividing by it
 * estimates sigma from neighbours alone, so that a lasting shift in the series does not inflate it.
 */
export const MOVING_RANGE_PER_SIGMA = 1.128;

/** Upper limit of a moving range chart as a multiple of the average moving range (D₄ for n = 2). */
export const MOVING_RANGE_LIMIT = 3.267;
