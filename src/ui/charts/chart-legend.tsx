import type { ReactNode } from "react";

/** What the marks of a chart mean: a drawn sample and its word. */
export function ChartLegend({ items }: { items: { sample: ReactNode; label: ReactNode }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <li key={index} className="flex items-center gap-2">
          <svg aria-hidden="true" width="20" height="12" viewBox="0 0 20 12" className="shrink-0">
            {item.sample}
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  );
}
