/** A group's own estimate and its squared standard error, in any one unit. */
export type GroupEstimate = { readonly value: number; readonly squaredError: number };

/**
 * Empirical-Bayes estimates: each group's value pulled towards the centre, the more the less is known about the group
 * (Efron & Morris 1977, Stein's paradox in statistics; for unequal groups Morris 1983, Parametric empirical Bayes
 * inference). Few answers no longer put an employee at the top or the bottom of a list.
 * Each result lies between the group's value and the centre; when the groups differ no more than chance would make them,
 * all lie at the centre. An empty list gives an empty list.
 */
export function shrinkTowards(centre: number, groups: readonly GroupEstimate[]): number[] {
  const between = estimateBetweenVariance(centre, groups);
  return groups.map(({ value, squaredError }) => {
    // Nothing varies and nothing is uncertain: the group is the centre.
    if (between + squaredError === 0) return value;
    return centre + ((value - centre) * between) / (between + squaredError);
  });
}

const BISECTION_STEPS = 200;

/**
 * Variance between the groups' true values: the A that solves Σ (yᵢ − centre)² ÷ (Vᵢ + A) = k − 3 (the estimating equation
 * of Paule & Mandel 1982 with James and Stein's k − 3, which for equal Vᵢ is exactly Efron and Morris' shrinkage factor).
 * 0 when even A = 0 leaves the sum below k − 3: chance alone explains the spread. With four groups or fewer the right side
 * is 1, since k − 3 would forbid any shrinkage just where least is known.
 */
export function estimateBetweenVariance(centre: number, groups: readonly GroupEstimate[]): number {
  const target = Math.max(1, groups.length - 3);
  const known = groups.filter(({ value, squaredError }) => value !== centre || squaredError > 0);
  const excess = (between: number) =>
    known.reduce(
      (sum, { value, squaredError }) => sum + (value - centre) ** 2 / (squaredError + between),
      0,
    ) - target;
  if (!(excess(0) > 0)) return 0;
  let low = 0;
  let high = known.reduce((sum, { value }) => sum + (value - centre) ** 2, 0) / target;
  for (let step = 0; step < BISECTION_STEPS; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
