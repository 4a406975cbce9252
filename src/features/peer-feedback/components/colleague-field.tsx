"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { ServerAction } from "@/server/action-result";
import { Combobox } from "@/ui/combobox";
import type { ComboboxOption } from "@/ui/combobox-options";
import { Field } from "@/ui/field";

/**
 * Chooses a colleague. The choice goes to the address under "to", so that what depends on it (encounters, comments) is
 * offered; whatever was written stays.
 */
export function ColleagueField({
  label,
  hint,
  search,
  selected,
}: {
  label: string;
  hint?: string;
  search: ServerAction<{ query: string }, ComboboxOption[]>;
  selected: ComboboxOption | null;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const choose = (option: ComboboxOption | null) => {
    const next = new URLSearchParams(parameters);
    next.delete("to");
    if (option) next.set("to", option.value);
    router.replace(`${pathname}?${next}`, { scroll: false });
  };
  return (
    <Field name="colleagueId" label={label} hint={hint} required>
      <Combobox search={search} selected={selected} onSelect={choose} />
    </Field>
  );
}
