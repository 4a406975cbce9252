"use client";

import { useId } from "react";

/** One item with the points of the scale and "cannot say", as a rater chooses among them. */
export function ItemPreview({
  text,
  labels,
  cannotSay,
}: {
  text: string;
  /** Of the points, the least first. */
  labels: string[];
  cannotSay: string;
}) {
  const name = useId();
  const choices = [
    ...labels.map((label, index) => ({ value: String(index + 1), label })),
    { value: "0", label: cannotSay },
  ];
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-ink">{text}</legend>
      <div className="flex flex-col overflow-hidden rounded-lg border border-line">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="flex cursor-pointer items-center gap-2.5 px-3 py-1.5 not-first:border-t not-first:border-line hover:bg-hover has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input type="radio" name={name} value={value} className="size-4 shrink-0 accent-accent" />
            <span className={value === "0" ? "text-muted" : "text-ink"}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
