/** How long to wait after a number of failed tries: 2 s, doubling, at most ten minutes. */
export function retryDelayMilliseconds(failedTries: number): number {
  return Math.min(2 ** Math.min(failedTries, 20), 600) * 1000;
}
