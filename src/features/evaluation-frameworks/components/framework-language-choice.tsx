"use client";

import { useTranslations } from "next-intl";
import type { RespondentLanguage } from "@/server/input";
import { LanguageChoice } from "@/ui/draft/language-choice";
import { listMissingTexts } from "../framework-texts";
import type { EvaluationFrameworkDefinition } from "../schema";

/** Chooses the language whose texts are on screen; each says how many texts the framework still lacks in it. */
export function FrameworkLanguageChoice({
  definition,
  languages,
  language,
  onChange,
}: {
  definition: EvaluationFrameworkDefinition;
  /** The main one first. */
  languages: string[];
  language: string;
  onChange: (language: string) => void;
}) {
  const t = useTranslations("evaluationFrameworks.languages");
  const tCommon = useTranslations("common");
  return (
    <LanguageChoice
      label={t("label")}
      language={language}
      onChange={onChange}
      languages={languages.map((code) => {
        const missing = listMissingTexts(definition, code, languages[0] ?? code).length;
        return {
          code,
          name: tCommon(`language.${code as RespondentLanguage}`),
          missing,
          missingText: t("missing", { count: missing }),
        };
      })}
    />
  );
}
