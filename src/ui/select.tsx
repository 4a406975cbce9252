"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClasses } from "./control-style";
import { useControlAttributes } from "./field-context";
import { joinClasses } from "./join-classes";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectGroup = { label: string; options: SelectOption[] };

export type SelectProps = ComponentProps<"select"> & {
  options?: (SelectOption | SelectGroup)[];
  /** First, empty choice. */
  placeholder?: string;
};

/** The browser's own list of choices, for up to some dozens; `Combobox` for more. */
export function Select({ options, placeholder, className, children, ...rest }: SelectProps) {
  return (
    <span className={joinClasses("relative block min-w-0", className)}>
      <select
        {...rest}
        {...useControlAttributes(rest)}
        className={joinClasses(controlClasses, "appearance-none truncate pr-9")}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options?.map((option) =>
          "options" in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(option)
          ),
        )}
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}

function renderOption({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
