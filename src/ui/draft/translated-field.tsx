"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Badge } from "../badge";
import { Field } from "../field";
import { TextInput } from "../text-input";
import { Textarea } from "../textarea";

/** A language a text can be written in, and what it is called. */
export type Language = { code: string; name: string };

/** One text in the language being edited. Other languages see below it what it says in the main one. */
export function TranslatedField({
  name,
  label,
  hint,
  rows = 1,
  text,
  language,
  main,
  isWanted = true,
  error,
  onFocus,
  onChange,
  className,
}: {
  /** Name of the field of this text in this language: also the path of its error. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Lines of text; one gives a single-line input. */
  rows?: number;
  text: Readonly<Record<string, string | undefined>>;
  language: string;
  /** The language every text is first written in. */
  main: Language;
  /** Whether it is worth a remark that it is empty. */
  isWanted?: boolean;
  error?: string;
  onFocus?: () => void;
  onChange: (text: string) => void;
  className?: string;
}) {
  const t = useTranslations("ui");
  const id = useId();
  const original = language === main.code ? "" : text[main.code];
  const control = {
    lang: language,
    value: text[language] ?? "",
    onFocus,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    ...(original ? { "aria-details": `${id}-original` } : {}),
  };

  return (
    <div className={className}>
      <Field
        key={name}
        name={name}
        label={
          <>
            {label}
            {isWanted && !text[language]?.trim() && (
              <Badge tone="warning" className="ml-2 align-[1px]">
                {t("draft.missing")}
              </Badge>
            )}
          </>
        }
        hint={hint}
        error={error}
      >
        {rows === 1 ? <TextInput {...control} /> : <Textarea rows={rows} {...control} />}
      </Field>
      {original && (
        <p id={`${id}-original`} className="mt-1 text-sm text-muted">
          <span className="sr-only">{main.name}: </span>
          <span aria-hidden className="mr-1.5 text-xs font-semibold text-faint uppercase">
            {main.code}
          </span>
          <span lang={main.code}>{original}</span>
        </p>
      )}
    </div>
  );
}
