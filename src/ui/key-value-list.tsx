import type { ReactNode } from "react";

export type KeyValue = { label: string; value: ReactNode };

/** Facts about one thing: name to the left, value to the right; below each other on a phone. */
export function KeyValueList({ items }: { items: KeyValue[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map((item) => (
        <div
          key={item.label}
          className="grid gap-x-6 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <dt className="text-muted">{item.label}</dt>
          <dd className="min-w-0 text-ink">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
