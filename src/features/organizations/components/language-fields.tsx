"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RESPONDENT_LANGUAGES } from "@/i18n/locale";
import { Checkbox } from "@/ui/checkbox";
import { Field, FieldGroup } from "@/ui/field";
import { Select } from "@/ui/select";

/** The languages customers are asked in, and the one for a customer whose language is none of them. */
export function LanguageFields({ languages: saved, language }: { languages: string[]; language: string }) {
  const t = useTranslations();
  const [languages, setLanguages] = useState(saved);
  return (
    <>
      <FieldGroup name="languages" label={t("organizations.settings.languages")}>
        <div className="flex flex-wrap gap-x-6">
          {RESPONDENT_LANGUAGES.map((code) => (
            <Checkbox
              key={code}
              name="languages[]"
              value={code}
              label={t(`common.language.${code}`)}
              checked={languages.includes(code)}
              onChange={(event) =>
                setLanguages(
                  event.target.checked ? [...languages, code] : languages.filter((other) => other !== code),
                )
              }
            />
          ))}
        </div>
      </FieldGroup>
      <Field
        name="language"
        label={t("organizations.settings.language")}
        hint={t("organizations.settings.languageHint")}
        required
        className="max-w-xs"
      >
        <Select
          defaultValue={language}
          options={RESPONDENT_LANGUAGES.map((code) => ({
            value: code,
            label: t(`common.language.${code}`),
            disabled: !languages.includes(code),
          }))}
        />
      </Field>
    </>
  );
}
