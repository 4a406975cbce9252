"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { RespondentLanguage } from "@/server/input";
import { Badge } from "@/ui/badge";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import { Textarea } from "@/ui/textarea";
import { isMissing, textAt, withText } from "../../definition-texts";
import type { ScoreBand } from "../../schema";
import type { PreviewStep } from "../preview/preview-source";
import { textFieldName, useBuilder } from "./builder-context";

export type LocalizedFieldProps = {
  /** Where the text stands in the definition ("main.text"). */
  path: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Lines of text; one gives a single-line input. */
  rows?: number;
  /** What the browser knows to be wrong with it; the server's finding comes first. */
  error?: string;
  /** What the preview shows while this text is edited. */
  preview: { step: PreviewStep; band?: ScoreBand };
  className?: string;
};

/** One text of the survey in the language being edited. Other languages see below it what it says in the main one. */
export function LocalizedField({
  path,
  label,
  hint,
  rows = 1,
  error,
  preview,
  className,
}: LocalizedFieldProps) {
  const t = useTranslations("surveys");
  const tCommon = useTranslations("common");
  const id = useId();
  const { draft, organization, language, errors, changeDefinition, showInPreview } = useBuilder();
  const text = textAt(draft.definition, path);
  const name = textFieldName(path, language);
  const original =
    language === organization.language ? "" : text[organization.language as RespondentLanguage];
  const control = {
    lang: language,
    value: text[language as RespondentLanguage] ?? "",
    onFocus: () => showInPreview(preview.step, preview.band),
    onChange: (event: { target: { value: string } }) => {
      const { value } = event.target;
      changeDefinition((definition) => withText(definition, path, language, value), name);
    },
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
            {isMissing(text, language) && (
              <Badge tone="warning" className="ml-2 align-[1px]">
                {t("texts.missing")}
              </Badge>
            )}
          </>
        }
        hint={hint}
        error={errors[name] ?? error}
      >
        {rows === 1 ? <TextInput {...control} /> : <Textarea rows={rows} {...control} />}
      </Field>
      {original && (
        <p id={`${id}-original`} className="mt-1 text-sm text-muted">
          <span className="sr-only">
            {tCommon(`language.${organization.language as RespondentLanguage}`)}:{" "}
          </span>
          <span aria-hidden className="mr-1.5 text-xs font-semibold text-faint uppercase">
            {organization.language}
          </span>
          <span lang={organization.language}>{original}</span>
        </p>
      )}
    </div>
  );
}
