"use client";

import { createContext, use } from "react";

/** What a field tells the control inside it. */
export type FieldWiring = {
  id: string;
  name: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
};

export const FieldContext = createContext<FieldWiring | null>(null);

/** Error texts of the surrounding form by field name. */
export const FormErrorsContext = createContext<Record<string, string>>({});

/** Attributes for a control: its own props win over what its field says. */
export function useControlAttributes(own: {
  id?: string;
  name?: string;
  required?: boolean;
  "aria-describedby"?: string;
}) {
  const field = use(FieldContext);
  return {
    id: own.id ?? field?.id,
    name: own.name ?? field?.name,
    required: own.required ?? (field?.required || undefined),
    "aria-describedby": own["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
  };
}
