"use client";

import { useTranslations } from "next-intl";
import type { RespondentLanguage } from "@/server/input";
import { LanguageChoice } from "@/ui/draft/language-choice";
import { countMissingTexts } from "../../definition-texts";
import type { SurveyDefinition } from "../../schema";

/** Chooses the language whose texts are on screen; each says how many texts the survey still lacks in it. */
export function SurveyLanguageChoice({
  definition,
  languages,
  language,
  onChange,
}: {
  definition: SurveyDefinition;
  languages: string[];
  language: string;
  onChange: (language: string) => void;
}) {
  const t = useTranslations("surveys");
  const tCommon = useTranslations("common");
  return (
    <LanguageChoice
      label={t("languages.label")}
      language={language}
      onChange={onChange}
      languages={languages.map((code) => {
        const missing = countMissingTexts(definition, code);
        return {
          code,
          name: tCommon(`language.${code as RespondentLanguage}`),
          missing,
          missingText: t("languages.missing", { count: missing }),
        };
      })}
    />
  );
}
