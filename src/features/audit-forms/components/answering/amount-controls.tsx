"use client";

import { useState } from "react";
import { TextInput } from "@/ui/text-input";

const MOST = 1_000_000_000;
const big = "h-14 text-lg tabular-nums";

/** The number that was typed, with a comma or a point; null for an empty text, undefined for what is no number. */
export function readNumber(text: string): number | null | undefined {
  const trimmed = text.replace(/[\s\u00a0]/g, "").replace(",", ".");
  if (trimmed === "") return null;
  if (!/^\d+(\.\d+)?$/.test(trimmed)) return undefined;
  const number = Number(trimmed);
  return number <= MOST ? number : undefined;
}

/** A text that follows the value from outside, and is the person's own while they type. */
function useTyped(value: number | null, write: (value: number) => string) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed !== null && readNumber(typed) === value ? typed : value === null ? "" : write(value);
  return { shown: typed !== null && readNumber(typed) === undefined ? typed : shown, setTyped };
}

type AmountProps = {
  id: string;
  labelledBy: string;
  value: number | null;
  disabled?: boolean;
  onChange: (value: number | null) => void;
};

/** A number with its unit. */
export function NumberControl({
  id,
  labelledBy,
  value,
  unit,
  disabled,
  onChange,
  language,
}: AmountProps & { unit: string; language: string }) {
  const { shown, setTyped } = useTyped(value, (number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 10, useGrouping: false }).format(number),
  );
  return (
    <div className="flex items-center gap-3">
      <TextInput
        id={id}
        inputMode="decimal"
        autoComplete="off"
        aria-labelledby={unit ? `${labelledBy} ${id}-unit` : labelledBy}
        aria-invalid={readNumber(shown) === undefined || undefined}
        className={`${big} max-w-40`}
        disabled={disabled}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = readNumber(event.target.value);
          if (number !== undefined) onChange(number);
        }}
      />
      {unit && (
        <span id={`${id}-unit`} className="text-lg text-muted">
          {unit}
        </span>
      )}
    </div>
  );
}

/** A time taken in minutes and seconds; the value is in seconds. */
export function DurationControl({
  id,
  labelledBy,
  value,
  disabled,
  onChange,
  texts,
}: AmountProps & { texts: { minutes: string; seconds: string } }) {
  const parts = {
    minutes: value === null ? null : Math.floor(value / 60),
    seconds: value === null ? null : value % 60,
  };
  const change = (part: keyof typeof parts, number: number | null) => {
    const next = { ...parts, [part]: number };
    if (next.minutes === null && next.seconds === null) onChange(null);
    else onChange(Math.min(MOST, Math.floor(next.minutes ?? 0) * 60 + Math.floor(next.seconds ?? 0)));
  };
  return (
    <div className="flex items-center gap-3">
      {(["minutes", "seconds"] as const).map((part) => (
        <WholeNumber
          key={part}
          id={`${id}-${part}`}
          labelledBy={labelledBy}
          value={parts[part]}
          text={texts[part]}
          disabled={disabled}
          onChange={(number) => change(part, number)}
        />
      ))}
    </div>
  );
}

function WholeNumber({ id, labelledBy, value, text, disabled, onChange }: AmountProps & { text: string }) {
  return (
    <div className="flex items-center gap-2">
      <TextInput
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-labelledby={`${labelledBy} ${id}-unit`}
        className={`${big} w-20`}
        disabled={disabled}
        value={value === null ? "" : String(value)}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, "").slice(0, 6);
          onChange(digits === "" ? null : Number(digits));
        }}
      />
      <span id={`${id}-unit`} className="text-lg text-muted">
        {text}
      </span>
    </div>
  );
}
