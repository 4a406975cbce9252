"use client";

import { useRef, useState } from "react";
import { Checkbox } from "@/ui/checkbox";

/** Ticks or clears every box of a name in the form around it. */
export function CheckAll({ name, label }: { name: string; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [checked, setChecked] = useState(false);
  const set = (isChecked: boolean) => {
    setChecked(isChecked);
    const boxes = place.current?.closest("form")?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`);
    for (const box of boxes ?? []) if (!box.disabled) box.checked = isChecked;
  };
  return (
    <div ref={place}>
      <Checkbox label={label} checked={checked} onChange={(event) => set(event.target.checked)} />
    </div>
  );
}
