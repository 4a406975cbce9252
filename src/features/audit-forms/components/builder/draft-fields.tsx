"use client";

import type { ReactNode } from "react";
import { DefinitionText, type DefinitionTextProps } from "@/ui/draft/definition-text";
import { valueAt, withValueAt } from "@/ui/draft/value-at";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import { useFormBuilder } from "./builder-context";

/** One text of the form in the language being edited. */
export function DraftText({
  sectionKey,
  ...text
}: DefinitionTextProps & {
  /** The section the preview shows while this is edited. */
  sectionKey?: string;
}) {
  const { draft, language, main, errors, change, showInPreview } = useFormBuilder();
  return (
    <DefinitionText
      {...text}
      editing={{ definition: draft.definition, language, main, errors, change }}
      onFocus={sectionKey === undefined ? undefined : () => showInPreview(sectionKey)}
    />
  );
}

/** A number of the form at its path. Empty is null where that means something, else no number for the server to refuse. */
export function DraftNumber({
  path,
  label,
  hint,
  unit,
  max = 1000,
  whole = false,
  optional = false,
  hideLabel,
  placeholder,
  narrow = false,
  className,
}: {
  path: string;
  label: ReactNode;
  hint?: ReactNode;
  unit?: string;
  max?: number;
  whole?: boolean;
  /** Empty is null. */
  optional?: boolean;
  hideLabel?: boolean;
  placeholder?: string;
  narrow?: boolean;
  className?: string;
}) {
  const { draft, errors, change } = useFormBuilder();
  const name = `definition.${path}`;
  const value = valueAt(draft.definition, path) as number | null | undefined;
  const isEmpty = value === null || value === undefined || Number.isNaN(value);
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={errors[name]}
      hideLabel={hideLabel}
      className={className}
    >
      <div className="flex items-center gap-2">
        <TextInput
          type="number"
          inputMode={whole ? "numeric" : "decimal"}
          className={narrow ? "max-w-20" : "max-w-32"}
          min={0}
          max={max}
          step={whole ? 1 : "any"}
          placeholder={placeholder}
          value={isEmpty ? "" : value}
          onChange={(event) => {
            const typed = event.target.value;
            const number = typed === "" ? (optional ? null : Number.NaN) : Number(typed);
            change((definition) => withValueAt(definition, path, number), name);
          }}
        />
        {unit && <span className="text-muted">{unit}</span>}
      </div>
    </Field>
  );
}
