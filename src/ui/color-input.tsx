"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import { controlClasses } from "./control-style";
import { useControlAttributes } from "./field-context";
import { joinClasses } from "./join-classes";
import { useFormReset } from "./use-form-reset";

const hexColor = /^#[0-9a-f]{6}$/i;

export type ColorInputProps = {
  name?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  className?: string;
};

/** A colour as #rrggbb: a swatch to pick from and the text to type or paste. */
export function ColorInput({ name, defaultValue = "#0b6660", onValueChange, className }: ColorInputProps) {
  const t = useTranslations("ui");
  const [value, setValue] = useState(defaultValue);
  const text = useRef<HTMLInputElement>(null);

  useFormReset(text, () => setValue(defaultValue));

  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setValue(event.target.value);
    if (hexColor.test(event.target.value)) onValueChange?.(event.target.value);
  };

  return (
    <span className={joinClasses("flex gap-2", className)}>
      <input
        type="color"
        aria-label={t("form.pickColour")}
        value={hexColor.test(value) ? value : "#000000"}
        onChange={change}
        className="control-square shrink-0 rounded-md border border-line-strong bg-surface p-1 shadow-card"
      />
      <input
        ref={text}
        type="text"
        spellCheck={false}
        autoComplete="off"
        maxLength={7}
        value={value}
        onChange={change}
        {...useControlAttributes({ name })}
        className={joinClasses(controlClasses, "max-w-32 font-mono")}
      />
    </span>
  );
}
