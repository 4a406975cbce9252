import { findScalePosition } from "./scale-position";

/** Size of the drawing in which the path is given. */
export const sparklineSize = { width: 100, height: 24, inset: 2 };

/**
 * The line through the values as an SVG path; null values leave gaps, a lonely value becomes a short stroke.
 * Empty for no values.
 */
export function buildSparklinePath(values: (number | null)[], domain: [number, number]): string {
  const { width, height, inset } = sparklineSize;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const parts: string[] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const x = (index * step).toFixed(2);
    const y = (height - inset - findScalePosition(value, domain) * (height - 2 * inset)).toFixed(2);
    const continues = (values[index - 1] ?? null) !== null;
    const lonely = !continues && (values[index + 1] ?? null) === null;
    parts.push(continues ? `L${x} ${y}` : `M${x} ${y}${lonely ? "h0.01" : ""}`);
  });
  return parts.join("");
}

/** The scale that just holds the values; [0, 1] when there are none. */
export function findSparklineDomain(values: (number | null)[]): [number, number] {
  const numbers = values.filter((value): value is number => value !== null);
  return numbers.length === 0 ? [0, 1] : [Math.min(...numbers), Math.max(...numbers)];
}
