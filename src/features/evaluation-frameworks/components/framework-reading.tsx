"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BehaviourChoice } from "@/features/behaviours/schema";
import { chooseText, type LocalizedText } from "@/server/input";
import { Card } from "@/ui/card";
import { KeyValueList } from "@/ui/key-value-list";
import { Stack } from "@/ui/stack";
import { listFrameworkLanguages } from "../framework-texts";
import type { EvaluationFrameworkDefinition, FrameworkOrganization } from "../schema";
import { FrameworkLanguageChoice } from "./framework-language-choice";
import { FrameworkPreview } from "./preview/framework-preview";
import type { RaterWords } from "./preview/rater-words";

/** A framework to be read only, with the preview beside: a published version, or a draft that cannot be changed. */
export function FrameworkReading({
  definition,
  organization,
  behaviours,
  words,
}: {
  definition: EvaluationFrameworkDefinition;
  organization: FrameworkOrganization;
  behaviours: BehaviourChoice[];
  words: Record<string, RaterWords>;
}) {
  const t = useTranslations("evaluationFrameworks");
  const languages = listFrameworkLanguages(organization, [definition]);
  const [language, setLanguage] = useState(organization.language);
  const [shown, setShown] = useState<string | null>(null);
  const read = (text: LocalizedText) => chooseText(text, language, organization.language);
  const selfOf = ({ text, selfText }: { text: LocalizedText; selfText: LocalizedText }) => {
    const self = read(selfText);
    return self && self !== read(text) ? self : null;
  };
  const behaviourOf = (behaviourId: string | null) => {
    const behaviour = behaviours.find(({ id }) => id === behaviourId);
    return behaviour ? read(behaviour.name) : null;
  };

  return (
    <div className="grid gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <Stack>
        {languages.length > 1 && (
          <FrameworkLanguageChoice
            definition={definition}
            languages={languages}
            language={language}
            onChange={setLanguage}
          />
        )}
        <Card title={t("settings.title")}>
          <KeyValueList
            items={[
              { label: t("settings.intro"), value: read(definition.intro) || "–" },
              {
                label: t("scale.title"),
                value: definition.scale
                  .map(({ label }, index) => `${index + 1}\u00a0${read(label)}`)
                  .join(", "),
              },
            ]}
          />
        </Card>
        {definition.competencies.map((competency, place) => (
          <Card
            key={competency.key}
            title={
              <>
                <span className="mr-2 text-muted">{t("competency.number", { number: place + 1 })}</span>
                <span lang={language}>{read(competency.name) || t("competency.untitled")}</span>
              </>
            }
            description={<span lang={language}>{read(competency.description)}</span>}
            flush
          >
            <ol className="flex flex-col divide-y divide-line border-t border-line">
              {competency.items.map((item, index) => {
                const self = selfOf(item);
                const behaviour = behaviourOf(item.behaviourId);
                return (
                  <li key={item.key} className="px-4 py-3 sm:px-5">
                    <p className="font-medium text-ink">
                      <span className="mr-2 text-muted tabular-nums">{`${place + 1}.${index + 1}`}</span>
                      <span lang={language}>{read(item.text) || t("item.untitled")}</span>
                    </p>
                    {self && <p className="text-sm text-muted">{t("reading.selfText", { text: self })}</p>}
                    {behaviour && (
                      <p className="text-sm text-muted">{t("reading.behaviour", { name: behaviour })}</p>
                    )}
                  </li>
                );
              })}
            </ol>
          </Card>
        ))}
        {definition.questions.length > 0 && (
          <Card title={t("question.title")} flush>
            <ol className="flex flex-col divide-y divide-line border-t border-line">
              {definition.questions.map((question) => {
                const self = selfOf(question);
                return (
                  <li key={question.key} className="px-4 py-3 sm:px-5">
                    <p lang={language} className="font-medium text-ink">
                      {read(question.text) || t("question.untitled")}
                    </p>
                    {self && <p className="text-sm text-muted">{t("reading.selfText", { text: self })}</p>}
                  </li>
                );
              })}
            </ol>
          </Card>
        )}
      </Stack>
      <FrameworkPreview
        definition={definition}
        language={language}
        fallback={organization.language}
        words={words}
        shown={shown}
        onShow={setShown}
      />
    </div>
  );
}
