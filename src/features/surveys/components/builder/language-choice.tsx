"use client";

import { useTranslations } from "next-intl";
import type { RespondentLanguage } from "@/server/input";
import { Badge } from "@/ui/badge";
import { SegmentedControl } from "@/ui/radio-group";
import { countMissingTexts } from "../../definition-texts";
import type { SurveyDefinition } from "../../schema";

/** Chooses the language whose texts are on screen; each says how many texts it still lacks. */
export function LanguageChoice({
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
    <SegmentedControl
      label={t("languages.label")}
      name="survey-language"
      value={language}
      onValueChange={onChange}
      choices={languages.map((value) => {
        const missing = countMissingTexts(definition, value);
        return {
          value,
          label: (
            <>
              {tCommon(`language.${value as RespondentLanguage}`)}
              {missing > 0 && (
                <Badge tone="warning">
                  <span aria-hidden>{missing}</span>
                  <span className="sr-only">{t("languages.missing", { count: missing })}</span>
                </Badge>
              )}
            </>
          ),
        };
      })}
    />
  );
}
