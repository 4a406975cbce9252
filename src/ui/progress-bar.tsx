import type { ReactNode } from "react";

export type ProgressBarProps = {
  /** What progresses. */
  label: string;
  value: number;
  max: number;
  /** "3 of 5". */
  text?: ReactNode;
  hideLabel?: boolean;
};

/** How much of something is done. */
export function ProgressBar({ label, value, max, text, hideLabel = false }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div>
      <div className={hideLabel ? "sr-only" : "mb-1.5 flex justify-between gap-4 text-sm"}>
        <span className="font-medium text-ink">{label}</span>
        {text && <span className="text-muted tabular-nums">{text}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        className="h-1.5 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-300"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
