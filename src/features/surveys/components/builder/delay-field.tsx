"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { DELAY_UNITS, type DelayUnit, LONGEST_DELAY_MINUTES, splitDelay, UNIT_MINUTES } from "../../delay";
import { useBuilder } from "./builder-context";
import { NumberField } from "./number-field";

const PRESETS = [0, 30, 60, 2 * 60, 4 * 60, 24 * 60, 2 * 24 * 60];

/** "2 hours after", "At once". */
export function useDelayText(): (minutes: number) => string {
  const t = useTranslations("surveys");
  return (minutes) => {
    const { amount, unit } = splitDelay(minutes);
    return t(`delay.${unit}`, { count: amount });
  };
}

/** How long after the encounter the invitation leaves: a usual time, or one's own. */
export function DelayField() {
  const t = useTranslations("surveys");
  const delayText = useDelayText();
  const { draft, errors, changeSettings } = useBuilder();
  const { delayMinutes } = draft.settings;
  const [isOwn, setOwn] = useState(false);
  const [unit, setUnit] = useState<DelayUnit>(splitDelay(delayMinutes).unit);
  const name = "settings.delayMinutes";
  const showOwn = isOwn || !PRESETS.includes(delayMinutes);
  const change = (minutes: number) => changeSettings({ delayMinutes: minutes }, name);

  return (
    <div className="flex flex-col gap-3">
      <Field
        name={showOwn ? `${name}.choice` : name}
        label={t("settings.delay")}
        hint={t("settings.delayHint")}
        error={showOwn ? undefined : errors[name]}
      >
        <Select
          className="max-w-64"
          value={showOwn ? "own" : String(delayMinutes)}
          onChange={(event) => {
            setOwn(event.target.value === "own");
            if (event.target.value === "own") setUnit(splitDelay(delayMinutes).unit);
            else change(Number(event.target.value));
          }}
          options={[
            ...PRESETS.map((minutes) => ({ value: String(minutes), label: delayText(minutes) })),
            { value: "own", label: t("delay.own") },
          ]}
        />
      </Field>
      {showOwn && (
        <div className="flex flex-wrap items-end gap-x-2 gap-y-3">
          <NumberField
            name={name}
            label={t("delay.amount")}
            unit=""
            min={0}
            max={LONGEST_DELAY_MINUTES / UNIT_MINUTES[unit]}
            value={delayMinutes / UNIT_MINUTES[unit]}
            onValueChange={(amount) => change(amount * UNIT_MINUTES[unit])}
          />
          <Field name={`${name}.unit`} label={t("delay.unit")}>
            <Select
              value={unit}
              onChange={(event) => {
                const chosen = event.target.value as DelayUnit;
                change((delayMinutes / UNIT_MINUTES[unit]) * UNIT_MINUTES[chosen]);
                setUnit(chosen);
              }}
              options={DELAY_UNITS.map((value) => ({ value, label: t(`delay.units.${value}`) }))}
            />
          </Field>
        </div>
      )}
    </div>
  );
}
