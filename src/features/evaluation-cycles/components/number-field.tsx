import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";

/** A number typed into a form; one that can only be what it is, is read. */
export function NumberField({
  value,
  optional = false,
  step = 1,
  min,
  max,
  ...field
}: {
  name: string;
  label: string;
  hint?: string;
  hideLabel?: boolean;
  value: number | null;
  min: number;
  max: number;
  step?: number;
  optional?: boolean;
}) {
  return (
    <Field {...field} optional={optional} required={!optional}>
      <TextInput
        type="number"
        inputMode={step === 1 ? "numeric" : "decimal"}
        min={min}
        max={max}
        step={step}
        readOnly={min === max}
        defaultValue={value ?? ""}
      />
    </Field>
  );
}
