import { buildSparklinePath, findSparklineDomain, sparklineSize } from "./sparkline-path";

export type SparklineProps = {
  values: (number | null)[];
  /** The scale; that of the values themselves unless said otherwise. */
  domain?: [number, number];
  /** What it shows, for screen readers. */
  label: string;
};

/** The course of a figure without axes, the size of a word. */
export function Sparkline({ values, domain, label }: SparklineProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${sparklineSize.width} ${sparklineSize.height}`}
      preserveAspectRatio="none"
      className="mb-1.5 h-6 w-full max-w-24 min-w-0 overflow-visible"
    >
      <path
        d={buildSparklinePath(values, domain ?? findSparklineDomain(values))}
        fill="none"
        stroke="var(--chart-line)"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
