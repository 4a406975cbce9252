import type { ReactNode } from "react";

export type FunnelStep = {
  label: string;
  count: number;
  countText: string;
  /** Share of the step before: "87 % of encounters". */
  shareText?: string;
  /** Why some did not get here. */
  details?: ReactNode;
};

/** How many of the first step reach each later one: bars on the scale of the first. */
export function FunnelChart({ label, steps }: { label: string; steps: FunnelStep[] }) {
  const largest = Math.max(0, ...steps.map((step) => step.count));
  return (
    <ol aria-label={label} className="flex flex-col gap-4">
      {steps.map((step) => (
        <li key={step.label}>
          <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium text-ink">{step.label}</span>
            <span className="flex items-baseline gap-3 tabular-nums">
              {step.shareText && <span className="text-sm text-muted">{step.shareText}</span>}
              <span className="font-semibold text-ink">{step.countText}</span>
            </span>
          </div>
          <div aria-hidden className="h-3 rounded-sm bg-sunken">
            <div
              className="h-full rounded-sm bg-accent"
              style={{
                width: largest > 0 ? `${(step.count / largest) * 100}%` : 0,
                minWidth: step.count > 0 ? 2 : 0,
              }}
            />
          </div>
          {step.details && <div className="mt-1.5 text-sm text-muted">{step.details}</div>}
        </li>
      ))}
    </ol>
  );
}
