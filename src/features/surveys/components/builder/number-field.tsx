"use client";

import type { ReactNode } from "react";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import { useBuilder } from "./builder-context";

/** A whole number of the settings with its unit behind it. What is no number is kept as such, for the server to refuse. */
export function NumberField({
  name,
  label,
  hint,
  unit,
  min,
  max,
  value,
  onValueChange,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  unit: string;
  min: number;
  max: number;
  value: number;
  onValueChange: (value: number) => void;
}) {
  const { errors } = useBuilder();
  return (
    <Field name={name} label={label} hint={hint} error={errors[name]}>
      <div className="flex items-center gap-2">
        <TextInput
          type="number"
          inputMode="numeric"
          className="max-w-24"
          min={min}
          max={max}
          step={1}
          value={Number.isNaN(value) ? "" : value}
          onChange={(event) =>
            onValueChange(event.target.value === "" ? Number.NaN : Number(event.target.value))
          }
        />
        <span className="text-muted">{unit}</span>
      </div>
    </Field>
  );
}
