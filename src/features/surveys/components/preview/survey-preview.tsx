"use client";

import { ChevronLeft, ChevronRight, Maximize2, Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { RespondentLanguage } from "@/server/input";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { useOrganizationSlug } from "@/ui/organization-context";
import { SegmentedControl } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { SCORE_BANDS, type ScoreBand, type SurveyDefinition } from "../../schema";
import { useBandScores } from "../band-name";
import { type Device, PreviewFrame } from "./preview-frame";
import {
  dependsOnScore,
  listPreviewSteps,
  type PreviewStep,
  type PreviewTheme,
  previewHref,
} from "./preview-source";

export type SurveyPreviewProps = {
  surveyId: string;
  definition: SurveyDefinition;
  /** A published version's number; without it the saved draft is shown. */
  version?: number;
  /** Of the draft: a new one loads the preview anew. */
  revision?: string;
  languages: string[];
  language: string;
  onLanguageChange: (language: string) => void;
  shown: { step: PreviewStep; band: ScoreBand };
  onShow: (shown: { step: PreviewStep; band: ScoreBand }) => void;
};

/** Everything a respondent meets, on a phone or a computer, in each language, light or dark. */
export function SurveyPreview(props: SurveyPreviewProps) {
  const { surveyId, definition, version, revision, language, shown } = props;
  const t = useTranslations("surveys");
  const organization = useOrganizationSlug();
  const [device, setDevice] = useState<Device>("phone");
  const [theme, setTheme] = useState<PreviewTheme>("light");
  const [isLarge, setLarge] = useState(false);
  const steps = listPreviewSteps(definition);
  const step = steps.includes(shown.step) ? shown.step : "thanks";
  const view = { step, band: shown.band, language, theme };
  const frame = (
    <PreviewFrame
      src={previewHref({ organization, surveyId, version, revision }, view)}
      viewKey={JSON.stringify(view)}
      device={device}
      title={t("preview.frame", { step: t(`preview.steps.${step}`) })}
    />
  );
  const controls = (
    <>
      <StepChoice {...props} steps={steps} step={step} />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <LookChoice
            label={t("preview.device")}
            name="preview-device"
            value={device}
            onChange={(value) => setDevice(value as Device)}
            choices={[
              { value: "phone", label: t("preview.devices.phone"), icon: <Smartphone aria-hidden /> },
              { value: "desktop", label: t("preview.devices.desktop"), icon: <Monitor aria-hidden /> },
            ]}
          />
          <LookChoice
            label={t("preview.theme")}
            name="preview-theme"
            value={theme}
            onChange={(value) => setTheme(value as PreviewTheme)}
            choices={[
              { value: "light", label: t("preview.themes.light"), icon: <Sun aria-hidden /> },
              { value: "dark", label: t("preview.themes.dark"), icon: <Moon aria-hidden /> },
            ]}
          />
        </div>
        {props.languages.length > 1 && <LanguageSelect {...props} />}
      </div>
    </>
  );

  return (
    <section
      id="survey-preview"
      aria-labelledby="survey-preview-title"
      className="flex min-w-0 scroll-mt-8 flex-col gap-3 self-start lg:scroll-mt-0 xl:sticky xl:top-4"
    >
      <div className="flex items-center justify-between gap-3">
        <h2 id="survey-preview-title" className="text-lg font-semibold text-ink">
          {t("preview.title")}
        </h2>
        <Button
          variant="ghost"
          size="small"
          icon={<Maximize2 aria-hidden className="size-4" />}
          aria-haspopup="dialog"
          onClick={() => setLarge(true)}
        >
          {t("preview.enlarge")}
        </Button>
      </div>
      {!isLarge && controls}
      {!isLarge && frame}
      <p className="text-sm text-muted">{t("preview.note")}</p>
      <Dialog open={isLarge} onClose={() => setLarge(false)} title={t("preview.title")} size="large">
        <div className="flex flex-col gap-3">
          {controls}
          {frame}
        </div>
      </Dialog>
    </section>
  );
}

/** The steps one by one, and the band of the score where the words depend on it. */
function StepChoice({
  definition,
  shown,
  onShow,
  steps,
  step,
}: SurveyPreviewProps & { steps: PreviewStep[]; step: PreviewStep }) {
  const t = useTranslations("surveys");
  const bandScores = useBandScores();
  const { metric } = definition.main;
  const index = steps.indexOf(step);
  const go = (by: number) => {
    const next = steps[index + by];
    if (next) onShow({ ...shown, step: next });
  };
  return (
    <>
      <div className="flex items-end gap-1">
        <Field name="preview-step" label={t("preview.step")} className="flex-1">
          <Select
            value={step}
            onChange={(event) => onShow({ ...shown, step: event.target.value as PreviewStep })}
            options={steps.map((value) => ({ value, label: t(`preview.steps.${value}`) }))}
          />
        </Field>
        <Button
          iconOnly
          aria-label={t("preview.previous")}
          aria-disabled={index === 0}
          onClick={() => go(-1)}
          icon={<ChevronLeft aria-hidden className="size-4" />}
        />
        <Button
          iconOnly
          aria-label={t("preview.next")}
          aria-disabled={index === steps.length - 1}
          onClick={() => go(1)}
          icon={<ChevronRight aria-hidden className="size-4" />}
        />
      </div>
      {dependsOnScore(step) && (
        <Field name="preview-band" label={t("preview.band")}>
          <Select
            value={shown.band}
            onChange={(event) => onShow({ step, band: event.target.value as ScoreBand })}
            options={SCORE_BANDS.map((band) => ({
              value: band,
              label: t("bands.withScores", {
                name: t(`bands.${metric}.${band}`),
                scores: bandScores(metric, band),
              }),
            }))}
          />
        </Field>
      )}
    </>
  );
}

function LanguageSelect({ languages, language, onLanguageChange }: SurveyPreviewProps) {
  const t = useTranslations("surveys");
  const tCommon = useTranslations("common");
  return (
    <Field name="preview-language" label={t("preview.language")} hideLabel>
      <Select
        value={language}
        onChange={(event) => onLanguageChange(event.target.value)}
        options={languages.map((value) => ({
          value,
          label: tCommon(`language.${value as RespondentLanguage}`),
        }))}
      />
    </Field>
  );
}

/** Two looks side by side, as icons. */
function LookChoice({
  label,
  name,
  value,
  onChange,
  choices,
}: {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  choices: { value: string; label: string; icon: ReactNode }[];
}) {
  return (
    <SegmentedControl
      label={label}
      name={name}
      value={value}
      onValueChange={onChange}
      choices={choices.map((choice) => ({
        value: choice.value,
        label: (
          <span title={choice.label} className="[&_svg]:size-4">
            {choice.icon}
            <span className="sr-only">{choice.label}</span>
          </span>
        ),
      }))}
    />
  );
}
