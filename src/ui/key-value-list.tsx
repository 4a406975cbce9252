import type { ReactNode } from "react";

export type KeyValue = { label: string; value: ReactNode };

/** Facts about one thing: name to the left, value to the right, as wide as the card allows; below each other where it is narrow. */
export function KeyValueList({ items }: { items: KeyValue[] }) {
  return (
    <dl className="@container divide-y divide-line">
      {items.map((item) => (
        <div
          key={item.label}
          className="grid gap-x-6 py-2.5 first:pt-0 last:pb-0 @xs:grid-cols-[minmax(7.5rem,2fr)_minmax(0,3fr)] @md:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <dt className="text-muted">{item.label}</dt>
          <dd className="min-w-0 text-ink">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
