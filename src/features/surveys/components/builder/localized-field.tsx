"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RespondentLanguage } from "@/server/input";
import { TranslatedField } from "@/ui/draft/translated-field";
import { textAt, withText } from "../../definition-texts";
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

/** One text of the survey in the language being edited. */
export function LocalizedField({ path, error, preview, ...field }: LocalizedFieldProps) {
  const tCommon = useTranslations("common");
  const { draft, organization, language, errors, changeDefinition, showInPreview } = useBuilder();
  const name = textFieldName(path, language);
  return (
    <TranslatedField
      {...field}
      name={name}
      text={textAt(draft.definition, path)}
      language={language}
      main={{
        code: organization.language,
        name: tCommon(`language.${organization.language as RespondentLanguage}`),
      }}
      error={errors[name] ?? error}
      onFocus={() => showInPreview(preview.step, preview.band)}
      onChange={(text) => changeDefinition((definition) => withText(definition, path, language, text), name)}
    />
  );
}
