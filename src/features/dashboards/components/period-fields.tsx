"use client";

import { use, useEffect, useRef, useState } from "react";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { FilterNavigationContext } from "@/ui/filter-bar";
import { Select, type SelectOption } from "@/ui/select";

export type PeriodFieldsProps = {
  label: string;
  fromLabel: string;
  toLabel: string;
  options: SelectOption[];
  selected: string;
  /** First and last day that are on screen. */
  from: string;
  to: string;
  /** The last day that can be chosen. */
  today: string;
};

/** The period by name, and the days themselves when it is a custom one. */
export function PeriodFields({
  label,
  fromLabel,
  toLabel,
  options,
  selected,
  from,
  to,
  today,
}: PeriodFieldsProps) {
  const [chosen, setChosen] = useState(selected);
  const box = useRef<HTMLDivElement>(null);
  const navigate = use(FilterNavigationContext);

  // Heard before the filter bar, which would send each field by itself: a name and its days change together.
  const choose = (name: string) => {
    setChosen(name);
    navigate?.(
      name === "custom" ? { period: name, from, to } : { period: name || null, from: null, to: null },
    );
  };
  const latestChoose = useRef(choose);
  latestChoose.current = choose;

  useEffect(() => {
    const element = box.current;
    const prepare = (event: Event) => {
      const target = event.target as HTMLInputElement | HTMLSelectElement;
      if (target instanceof HTMLSelectElement) {
        event.stopPropagation();
        latestChoose.current(target.value);
      } else if (!target.value || !target.validity.valid) {
        // A year that is still being typed (0002, 0020 …) must not reach the address.
        event.stopPropagation();
      }
    };
    element?.addEventListener("change", prepare);
    return () => element?.removeEventListener("change", prepare);
  }, []);

  const bounds = { min: "2000-01-01", max: today, required: true };
  return (
    <div ref={box} className="flex w-full flex-wrap items-end gap-3 sm:w-auto">
      <Field name="period" label={label} className="w-full sm:w-52">
        <Select options={options} defaultValue={selected} />
      </Field>
      {chosen === "custom" && (
        <>
          <Field name="from" label={fromLabel} className="min-w-36 flex-1">
            <DateInput defaultValue={from} {...bounds} />
          </Field>
          <Field name="to" label={toLabel} className="min-w-36 flex-1">
            <DateInput defaultValue={to} {...bounds} />
          </Field>
        </>
      )}
    </div>
  );
}
