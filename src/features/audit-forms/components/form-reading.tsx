"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BehaviourChoice } from "@/features/behaviours/schema";
import { chooseText } from "@/server/input";
import { Card } from "@/ui/card";
import { KeyValueList } from "@/ui/key-value-list";
import { Stack } from "@/ui/stack";
import { listFormLanguages, mainFormLanguage } from "../form-texts";
import type { AuditFormDefinition, FormOrganization } from "../schema";
import { FormLanguageChoice } from "./builder/form-language-choice";
import { ItemReading } from "./item-reading";
import { FormPreview } from "./preview/form-preview";
import { useShareText } from "./use-share-text";

/** A form to be read only, with the preview beside: a published version, or a draft that cannot be changed. */
export function FormReading({
  definition,
  organization,
  behaviours,
  settings,
}: {
  definition: AuditFormDefinition;
  organization: FormOrganization;
  behaviours: BehaviourChoice[];
  /** Where it is used, in words, where there is any: versions have none. */
  settings?: { label: string; value: string }[];
}) {
  const t = useTranslations("auditForms");
  const shareText = useShareText(definition);
  const languages = listFormLanguages(organization, [definition]);
  const [language, setLanguage] = useState(mainFormLanguage(organization.language));
  const [shown, setShown] = useState<string | null>(null);
  const intro = chooseText(definition.intro, language);

  return (
    <div className="grid gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <Stack>
        {languages.length > 1 && (
          <FormLanguageChoice
            definition={definition}
            languages={languages}
            language={language}
            onChange={setLanguage}
          />
        )}
        <Card title={t("settings.title")}>
          <KeyValueList
            items={[
              ...(settings ?? []),
              { label: t("settings.intro"), value: intro || "–" },
              {
                label: t("settings.capped"),
                value: definition.isCapped ? t("changes.yes") : t("changes.no"),
              },
            ]}
          />
        </Card>
        {definition.sections.map((section, place) => (
          <Card
            key={section.key}
            title={
              <>
                <span className="mr-2 text-muted">{t("section.number", { number: place + 1 })}</span>
                <span lang={language}>{chooseText(section.title, language) || t("section.untitled")}</span>
              </>
            }
            description={shareText(section)}
            flush
          >
            {chooseText(section.intro, language) && (
              <p lang={language} className="max-w-prose px-4 pb-3 whitespace-pre-line text-muted sm:px-5">
                {chooseText(section.intro, language)}
              </p>
            )}
            <ol className="flex flex-col divide-y divide-line border-t border-line">
              {section.items.map((item, index) => (
                <li key={item.key} className="px-4 py-3 sm:px-5">
                  <ItemReading
                    item={item}
                    number={`${place + 1}.${index + 1}`}
                    language={language}
                    behaviours={behaviours}
                  />
                </li>
              ))}
            </ol>
          </Card>
        ))}
      </Stack>
      <FormPreview definition={definition} language={language} shown={shown} onShow={setShown} />
    </div>
  );
}
