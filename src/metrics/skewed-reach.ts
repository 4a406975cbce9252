/**
 * Textbooks trust 3 standard errors when at least five answers of the rarer kind are expected; for a share that is a
 * squared skewness of the figure of at most one fifth.
 */
const NORMAL_SKEWNESS_LIMIT = Math.sqrt(1 / 5);

/**
 * How many standard errors a limit lies from the centre: z, and more on the side of a long tail when n is small, by the
 * second-order Cornish–Fisher expansion z + (z² − 1)·skewness ÷ 6 (Cornish & Fisher 1938). One unhappy customer among
 * three is then not a signal where 95 % are happy.
 * @param z of a normal limit, above 1
 * @param skewness of the figure towards this side: that of one answer ÷ √n
 */
export function calculateSkewedReach(z: number, skewness: number): number {
  return skewness > NORMAL_SKEWNESS_LIMIT ? z + ((z ** 2 - 1) * skewness) / 6 : z;
}
