"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Behaviour } from "@/features/behaviours/schema";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import { chooseText, type RespondentLanguage } from "@/server/input";
import { Card } from "@/ui/card";
import { Stack } from "@/ui/stack";
import { listTexts } from "../definition-texts";
import { type ScoreBand, SURVEY_PLACES, type SurveyDefinition, type SurveyPlace } from "../schema";
import { SurveyLanguageChoice } from "./builder/survey-language-choice";
import { usePathLabel } from "./path-label";
import type { PreviewStep } from "./preview/preview-source";
import { SurveyPreview } from "./preview/survey-preview";

/** A survey's texts to be read only, with the preview beside: a published version, or the draft of somebody else. */
export function SurveyReading({
  surveyId,
  definition,
  version,
  languages,
  initialLanguage,
  behaviours,
  settings,
}: {
  surveyId: string;
  definition: SurveyDefinition;
  /** A published version's number; without it the draft is shown. */
  version?: number;
  languages: string[];
  initialLanguage: string;
  /** The service standard, archived behaviours too: what the questions are tied to. */
  behaviours: Behaviour[];
  /** The settings in words, where there are any: versions have none. */
  settings?: { label: string; value: string }[];
}) {
  const t = useTranslations("surveys");
  const [language, setLanguage] = useState(initialLanguage);
  const [shown, setShown] = useState<{ step: PreviewStep; band: ScoreBand }>({ step: "score", band: "high" });
  const { min, max } = METRIC_SCALES[definition.main.metric];
  const texts = listTexts(definition);

  return (
    <div className="grid gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <Stack>
        {languages.length > 1 && (
          <SurveyLanguageChoice
            definition={definition}
            languages={languages}
            language={language}
            onChange={setLanguage}
          />
        )}
        {settings && (
          <Card title={t("sections.settings")}>
            <Entries entries={settings.map((entry) => ({ key: entry.label, ...entry }))} />
          </Card>
        )}
        {SURVEY_PLACES.map((place) => {
          const inPlace = texts.filter((text) => text.place === place);
          if (inPlace.length === 0) return null;
          return (
            <Card
              key={place}
              title={t(`sections.${place}`)}
              description={place === "main" ? t("reading.scale", { min, max }) : undefined}
            >
              <Stack>
                <Texts definition={definition} texts={inPlace} language={language} />
                <Ties definition={definition} place={place} behaviours={behaviours} />
              </Stack>
            </Card>
          );
        })}
      </Stack>
      <SurveyPreview
        surveyId={surveyId}
        definition={definition}
        version={version}
        languages={languages}
        language={language}
        onLanguageChange={setLanguage}
        shown={shown}
        onShow={setShown}
      />
    </div>
  );
}

function Texts({
  definition,
  texts,
  language,
}: {
  definition: SurveyDefinition;
  texts: ReturnType<typeof listTexts>;
  language: string;
}) {
  const t = useTranslations("surveys");
  const pathLabel = usePathLabel(definition, { isInSection: true });
  return (
    <Entries
      lang={language}
      entries={texts.map(({ path, text }) => ({
        key: path,
        label: pathLabel(path),
        value: text[language as RespondentLanguage] || t("texts.empty"),
      }))}
    />
  );
}

/** Which behaviours of the service standard the questions of a place are tied to. */
function Ties({
  definition,
  place,
  behaviours,
}: {
  definition: SurveyDefinition;
  place: SurveyPlace;
  behaviours: Behaviour[];
}) {
  const t = useTranslations("surveys");
  const locale = useLocale();
  const ties =
    place === "main"
      ? [{ label: t("behaviour.label"), behaviourId: definition.main.behaviourId }]
      : place === "questions"
        ? definition.questions.map((question, index) => ({
            label: t("behaviour.ofQuestion", { number: index + 1 }),
            behaviourId: question.kind === "score" ? question.behaviourId : undefined,
          }))
        : [];
  const entries = ties.flatMap(({ label, behaviourId }) => {
    const tied = behaviours.find(({ id }) => id === behaviourId);
    return tied ? [{ key: label, label, value: chooseText(tied.name, locale) }] : [];
  });
  return entries.length > 0 && <Entries entries={entries} />;
}

function Entries({
  entries,
  lang,
}: {
  entries: { key: string; label: string; value: string }[];
  lang?: string;
}) {
  return (
    <dl className="flex flex-col gap-3">
      {entries.map(({ key, label, value }) => (
        <div key={key}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd lang={lang} className="mt-0.5 max-w-prose whitespace-pre-line text-ink">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
