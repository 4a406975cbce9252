import { joinClasses } from "../join-classes";
import { findScalePosition } from "./scale-position";

export type IntervalDotProps = {
  value: number | null;
  low?: number | null;
  high?: number | null;
  /** The same for every row, so that rows can be compared by eye. */
  domain: [number, number];
  /** A thin line across all rows: the organization's own figure. */
  reference?: number | null;
  /** The figure in words, for screen readers: "+42, from +31 to +52". */
  label: string;
  muted?: boolean;
};

/** A figure and its interval as a dot on a line: for table cells. */
export function IntervalDot({ value, low, high, domain, reference, label, muted = false }: IntervalDotProps) {
  const percent = (one: number) => `${findScalePosition(one, domain) * 100}%`;
  const hasInterval = typeof low === "number" && typeof high === "number";
  return (
    <div role="img" aria-label={label} className="relative h-5 w-full min-w-28">
      <span aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {typeof reference === "number" && (
        <span
          aria-hidden
          className="absolute -inset-y-1 w-px bg-line-strong/70"
          style={{ left: percent(reference) }}
        />
      )}
      {hasInterval && (
        <span
          aria-hidden
          className={joinClasses(
            "absolute top-1/2 h-1 -translate-y-1/2 rounded-full",
            muted ? "bg-line-strong/30" : "bg-chart-line/35",
          )}
          style={{ left: percent(low), right: `${(1 - findScalePosition(high, domain)) * 100}%` }}
        />
      )}
      {value !== null && (
        <span
          aria-hidden
          className={joinClasses(
            "absolute top-1/2 size-2.5 -translate-1/2 rounded-full ring-2 ring-surface",
            muted ? "bg-line-strong" : "bg-chart-line",
          )}
          style={{ left: percent(value) }}
        />
      )}
    </div>
  );
}
