"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { joinClasses } from "./join-classes";

export type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & {
  label: ReactNode;
  hint?: ReactNode;
};

/** A setting that is on or off. Submits "on" when on, nothing otherwise, like a checkbox. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <label className={joinClasses("control-height flex items-start justify-between gap-4 py-1.5", className)}>
      <span>
        <span className="font-medium text-ink">{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="block text-sm text-muted">
            {hint}
          </span>
        )}
      </span>
      <span className="relative mt-0.5 inline-flex shrink-0">
        <input
          aria-describedby={hint ? `${id}-hint` : undefined}
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          className="peer h-5 w-9 appearance-none rounded-full bg-line-strong transition-colors checked:bg-accent disabled:opacity-50 forced-colors:appearance-auto"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute top-0.5 left-0.5 size-4 rounded-full bg-surface shadow-card transition-transform peer-checked:translate-x-4 forced-colors:hidden"
        />
      </span>
    </label>
  );
}
