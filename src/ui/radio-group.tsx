"use client";

import { type ReactNode, use } from "react";
import { FieldContext } from "./field-context";
import { joinClasses } from "./join-classes";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type ChoiceGroupProps = {
  name?: string;
  choices: Choice[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  className?: string;
};

function useChoices({ name, value, defaultValue, onValueChange }: ChoiceGroupProps) {
  const field = use(FieldContext);
  const groupName = name ?? field?.name;
  return {
    field,
    attributes: (choice: Choice) => ({
      type: "radio" as const,
      name: groupName,
      value: choice.value,
      disabled: choice.disabled,
      "aria-invalid": field?.invalid || undefined,
      onChange: onValueChange ? () => onValueChange(choice.value) : undefined,
      ...(value === undefined
        ? { defaultChecked: choice.value === defaultValue }
        : { checked: choice.value === value, readOnly: !onValueChange }),
    }),
  };
}

/** One of a few choices, each on its own line with room for an explanation. Put it in a `FieldGroup`. */
export function RadioGroup(props: ChoiceGroupProps) {
  const { attributes } = useChoices(props);
  return (
    <div className={joinClasses("flex flex-col gap-2", props.className)}>
      {props.choices.map((choice) => (
        <label
          key={choice.value}
          className="flex items-start gap-3 rounded-lg border border-line bg-surface px-3.5 py-2.5 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            {...attributes(choice)}
            className="mt-[0.1875rem] size-4 shrink-0 appearance-none rounded-full border border-line-strong bg-surface outline-none checked:border-[5px] checked:border-accent disabled:opacity-50 forced-colors:appearance-auto"
          />
          <span>
            <span className="font-medium text-ink">{choice.label}</span>
            {choice.hint && <span className="block text-sm text-muted">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** One of two to five short choices side by side. Put it in a `FieldGroup`. */
export function SegmentedControl(props: ChoiceGroupProps & { label?: string }) {
  const { attributes, field } = useChoices(props);
  return (
    <div
      role="radiogroup"
      aria-label={props.label}
      aria-labelledby={props.label ? undefined : field?.labelId}
      className={joinClasses("inline-flex w-fit max-w-full rounded-md bg-sunken p-0.5", props.className)}
    >
      {props.choices.map((choice) => (
        <label
          key={choice.value}
          className="control-height-small flex min-w-0 items-center gap-1.5 rounded-[0.3125rem] px-3 text-sm font-medium text-muted transition-colors hover:text-ink has-checked:bg-accent-soft has-checked:text-accent-ink has-checked:ring-1 has-checked:ring-accent/30 has-checked:ring-inset has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input {...attributes(choice)} className="sr-only" />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
