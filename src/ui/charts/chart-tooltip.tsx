import type { ReactNode } from "react";

/** The box that follows the pointer or the arrow keys in a chart. */
export function ChartTooltip({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="max-w-64 rounded-md border border-line bg-raised px-3 py-2 text-sm text-ink shadow-raised">
      <p className="font-medium">{title}</p>
      <div className="mt-0.5 flex flex-col gap-0.5 tabular-nums">{children}</div>
    </div>
  );
}
