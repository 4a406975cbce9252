/** jstat ships no types; these are the functions that probability.ts uses, as documented at jstat.github.io. */
declare module "jstat" {
  const jStat: {
    normal: { cdf(x: number, mean: number, standardDeviation: number): number };
    studentt: { inv(probability: number, degreesOfFreedom: number): number };
  };
  export default jStat;
}
