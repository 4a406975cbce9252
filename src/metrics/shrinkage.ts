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
 * Variance between the groups' true values: the A that solves Σ wᵢ² · (k ÷ (k − 3) · (yᵢ − centre)² − Vᵢ − A) = 0 with
 * wᵢ = 1 ÷ (Vᵢ + A). These are the weights of maximum likelihood, under which a few groups with hardly any answers cannot
 * make all groups look far apart; k ÷ (k − 3) is James and Stein's correction (Morris 1983 corrects in the same place), and
 * for equal Vᵢ the shrinkage is exactly Efron and Morris' (k − 3)·V ÷ Σ (yᵢ − centre)².
 * 0 when chance alone explains the spread. With fewer than four groups the divisor is 1: k − 3 would forbid any shrinkage
 * just where least is known.
 */
export function estimateBetweenVariance(centre: number, groups: readonly GroupEstimate[]): number {
  const correction = groups.length / Math.max(1, groups.length - 3);
  const spread = groups
    .map(({ value, squaredError }) => ({ square: correction * (value - centre) ** 2, squaredError }))
    .filter(({ square, squaredError }) => square > 0 || squaredError > 0);
  const excess = (between: number) =>
    spread.reduce(
      (sum, { square, squaredError }) =>
        sum + (square - squaredError - between) / (squaredError + between) ** 2,
      0,
    );
  if (!(excess(0) > 0)) return 0;
  let low = 0;
  let high = Math.max(...spread.map(({ square }) => square));
  for (let step = 0; step < BISECTION_STEPS; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
