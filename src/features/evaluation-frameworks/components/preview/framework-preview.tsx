"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { chooseText, type LocalizedText } from "@/server/input";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field, FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { Textarea } from "@/ui/textarea";
import { estimateSeconds } from "../../publishing-rules";
import type { EvaluationFrameworkDefinition } from "../../schema";
import { ItemPreview } from "./item-preview";
import type { RaterWords } from "./rater-words";

export const PREVIEW_ID = "framework-preview";

/** The page of the open questions, among the keys of competencies. */
export const QUESTIONS_PAGE = "?questions";

/** The framework as a rater answers it, a competency on a page, about somebody else or oneself. Nothing of it is kept. */
export function FrameworkPreview({
  definition,
  language,
  fallback,
  words,
  shown,
  onShow,
}: {
  definition: EvaluationFrameworkDefinition;
  language: string;
  /** The language that stands in for missing texts. */
  fallback: string;
  words: Record<string, RaterWords>;
  /** The key of the competency on screen, or `QUESTIONS_PAGE`; the first page when it is gone. */
  shown: string | null;
  onShow: (page: string) => void;
}) {
  const t = useTranslations("evaluationFrameworks.preview");
  const [isSelf, setSelf] = useState(false);
  const { competencies, questions, intro, scale } = definition;
  const read = (text: LocalizedText) => chooseText(text, language, fallback);
  const say = ({ text, selfText }: { text: LocalizedText; selfText: LocalizedText }) =>
    (isSelf && read(selfText)) || read(text) || t("unwritten");
  const pages = [
    ...competencies.map(({ key, name }, index) => ({
      value: key,
      label: `${index + 1}. ${read(name) || t("unwritten")}`,
    })),
    ...(questions.length > 0 ? [{ value: QUESTIONS_PAGE, label: t("open") }] : []),
  ];
  const place = Math.max(
    0,
    pages.findIndex(({ value }) => value === shown),
  );
  const page = pages[place];
  const competency = competencies.find(({ key }) => key === page?.value);
  const says = words[language];
  const go = (step: -1 | 1) => {
    const target = pages[place + step];
    if (target) onShow(target.value);
  };

  return (
    <aside
      id={PREVIEW_ID}
      aria-label={t("title")}
      className="min-w-0 scroll-mt-28 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-y-auto"
    >
      <Card
        title={t("title")}
        description={t("about", { minutes: Math.max(1, Math.round(estimateSeconds(definition) / 60)) })}
      >
        {page ? (
          <div className="flex flex-col gap-4">
            <FieldGroup name="preview-about" label={t("aboutWhom")}>
              <SegmentedControl
                name="preview-about"
                value={isSelf ? "self" : "other"}
                onValueChange={(value) => setSelf(value === "self")}
                choices={[
                  { value: "other", label: t("other") },
                  { value: "self", label: t("self") },
                ]}
              />
            </FieldGroup>
            <Field name="preview-page" label={t("choosePage")}>
              <Select value={page.value} options={pages} onChange={(event) => onShow(event.target.value)} />
            </Field>
            <div lang={language} className="flex flex-col gap-4 border-t border-line pt-4">
              {place === 0 && read(intro) && <p className="whitespace-pre-line">{read(intro)}</p>}
              {competency ? (
                <>
                  <div>
                    <p className="text-lg font-semibold text-ink">
                      {read(competency.name) || t("unwritten")}
                    </p>
                    {read(competency.description) && (
                      <p className="text-muted">{read(competency.description)}</p>
                    )}
                    <p className="mt-2 text-sm text-muted">{says?.choose}</p>
                  </div>
                  {competency.items.map((item) => (
                    <ItemPreview
                      key={`${item.key} ${isSelf}`}
                      text={say(item)}
                      labels={scale.map(({ label }) => read(label) || t("unwritten"))}
                      cannotSay={says?.cannotSay ?? ""}
                    />
                  ))}
                </>
              ) : (
                <>
                  <div>
                    <p className="text-lg font-semibold text-ink">{says?.wordsTitle}</p>
                    <p className="text-sm text-muted">{says?.wordsHint}</p>
                  </div>
                  {questions.map((question) => (
                    <Field
                      key={`${question.key} ${isSelf}`}
                      name={`preview-${question.key}`}
                      label={say(question)}
                    >
                      <Textarea rows={3} />
                    </Field>
                  ))}
                </>
              )}
            </div>
            <div className="flex justify-between gap-2">
              <Button
                size="small"
                aria-disabled={place === 0}
                onClick={() => go(-1)}
                icon={<ArrowLeft aria-hidden className="size-4" />}
              >
                {t("previous")}
              </Button>
              <Button
                size="small"
                aria-disabled={place === pages.length - 1}
                onClick={() => go(1)}
                icon={<ArrowRight aria-hidden className="size-4" />}
              >
                {t("next")}
              </Button>
            </div>
          </div>
        ) : (
          <p className="text-muted">{t("empty")}</p>
        )}
      </Card>
    </aside>
  );
}
