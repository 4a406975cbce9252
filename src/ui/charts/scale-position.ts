/** Where a value lies on a scale, 0…1, kept inside it. A scale without width gives 0. */
export function findScalePosition(value: number, [from, to]: [number, number]): number {
  if (to === from) return 0;
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
