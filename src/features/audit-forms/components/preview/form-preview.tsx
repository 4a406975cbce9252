"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { chooseText } from "@/server/input";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { type AuditAnswerValue, type AuditFormDefinition, type AuditFormItem, NO_ANSWER } from "../../schema";
import { ItemAnswer } from "../answering/item-answer";
import { ScoreSummary } from "./score-summary";
import { type Answers, makeAnswers, tryOut } from "./try-out";

export const PREVIEW_ID = "form-preview";

/** The form as an auditor answers it, with the score it would give, at once. Nothing of it is kept. */
export function FormPreview({
  definition,
  language,
  shown,
  onShow,
}: {
  definition: AuditFormDefinition;
  language: string;
  /** The key of the section on screen; the first one when it is gone. */
  shown: string | null;
  onShow: (sectionKey: string) => void;
}) {
  const t = useTranslations("auditForms.preview");
  const [answers, setAnswers] = useState<Answers>({});
  const result = useMemo(() => tryOut(definition, answers), [definition, answers]);
  const section = definition.sections.find(({ key }) => key === shown) ?? definition.sections[0];
  const answer = (item: AuditFormItem, value: AuditAnswerValue | null) =>
    setAnswers(({ [item.key]: _, ...rest }) => (value ? { ...rest, [item.key]: value } : rest));

  return (
    <aside
      id={PREVIEW_ID}
      aria-label={t("title")}
      className="min-w-0 scroll-mt-28 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-y-auto"
    >
      <Card title={t("title")} description={t("about")}>
        {section ? (
          <div className="flex flex-col gap-4">
            <ScoreSummary result={result} language={language} />
            <div className="flex flex-wrap gap-2">
              <Button size="small" onClick={() => setAnswers(makeAnswers(definition, true))}>
                {t("best")}
              </Button>
              <Button size="small" onClick={() => setAnswers(makeAnswers(definition, false))}>
                {t("worst")}
              </Button>
              <Button
                size="small"
                variant="ghost"
                icon={<RotateCcw aria-hidden className="size-4" />}
                onClick={() => setAnswers({})}
              >
                {t("clear")}
              </Button>
            </div>
            <Field name="preview-section" label={t("chooseSection")}>
              <Select
                value={section.key}
                onChange={(event) => onShow(event.target.value)}
                options={definition.sections.map(({ key, title }, index) => ({
                  value: key,
                  label: `${index + 1}. ${chooseText(title, language) || t("section", { number: index + 1 })}`,
                }))}
              />
            </Field>
            <div lang={language} className="flex flex-col gap-3">
              {chooseText(section.intro, language) && (
                <p className="text-muted whitespace-pre-line">{chooseText(section.intro, language)}</p>
              )}
              {section.items.length === 0 && <p className="text-muted">{t("noItems")}</p>}
              {section.items.map((item) => (
                <ItemAnswer
                  key={item.key}
                  item={item}
                  value={answers[item.key]}
                  language={language}
                  onChange={(value) => answer(item, value)}
                  photos={
                    item.kind === "photo" && (
                      <Checkbox
                        label={t("photoTaken")}
                        checked={(answers[item.key]?.number ?? 0) > 0}
                        onChange={(event) =>
                          answer(item, event.target.checked ? { ...NO_ANSWER, number: 1 } : null)
                        }
                      />
                    )
                  }
                />
              ))}
            </div>
          </div>
        ) : (
          <p className="text-muted">{t("empty")}</p>
        )}
      </Card>
    </aside>
  );
}
