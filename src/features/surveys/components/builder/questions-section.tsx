"use client";

import { CircleDot, ListChecks, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { focusField } from "@/ui/draft/focus-field";
import { insertItem, moveItem } from "@/ui/draft/list-edits";
import { Menu, MenuButton } from "@/ui/menu";
import { useToast } from "@/ui/toast";
import { type ExtraQuestion, MOST_QUESTIONS } from "../../schema";
import { textFieldName, useBuilder } from "./builder-context";
import { QuestionCard } from "./question-card";
import { makeChoiceQuestion, makeScoreQuestion, withQuestions } from "./question-edits";
import { SectionCard } from "./section-card";

const METRICS: MetricKey[] = ["csat", "ces", "nps"];

/** Questions beside the main one: more scores, and choices. */
export function QuestionsSection() {
  const t = useTranslations("surveys");
  const toast = useToast();
  const { draft, language, changeDefinition } = useBuilder();
  const { questions } = draft.definition;
  const [announcement, setAnnouncement] = useState("");
  const section = useRef<HTMLDivElement>(null);

  const add = (question: ExtraQuestion) => {
    changeDefinition((definition) => withQuestions(definition, (list) => [...list, question]));
    focusField(textFieldName(`questions.${questions.length}.text`, language));
  };

  const remove = (index: number) => {
    const question = questions[index];
    if (!question) return;
    changeDefinition((definition) =>
      withQuestions(definition, (list) => list.filter(({ key }) => key !== question.key)),
    );
    section.current?.querySelector<HTMLElement>("[data-add-question] button")?.focus();
    toast({
      message: t("questions.removed", { number: index + 1 }),
      undo: () =>
        changeDefinition((definition) =>
          withQuestions(definition, (list) =>
            list.some(({ key }) => key === question.key) ? list : insertItem(list, index, question),
          ),
        ),
    });
  };

  const move = (index: number, step: -1 | 1) => {
    changeDefinition((definition) => withQuestions(definition, (list) => moveItem(list, index, step)));
    setAnnouncement(t("questions.moved", { number: index + 1 + step, count: questions.length }));
  };

  return (
    <SectionCard place="questions" description={t("questions.about")}>
      <div ref={section} className="flex flex-col gap-6">
        {questions.length > 0 && (
          <ol className="flex flex-col gap-4">
            {questions.map((question, index) => (
              <li key={question.key}>
                <QuestionCard
                  question={question}
                  index={index}
                  isLast={index === questions.length - 1}
                  onMove={(step) => move(index, step)}
                  onRemove={() => remove(index)}
                />
              </li>
            ))}
          </ol>
        )}
        <p aria-live="polite" className="sr-only">
          {announcement}
        </p>
        {questions.length < MOST_QUESTIONS ? (
          <div data-add-question className="w-fit">
            <Menu
              align="start"
              variant="secondary"
              size="medium"
              trigger={
                <>
                  <Plus aria-hidden className="size-4" />
                  {t("questions.add")}
                </>
              }
            >
              {METRICS.map((metric) => (
                <MenuButton
                  key={metric}
                  icon={<CircleDot aria-hidden />}
                  onSelect={() => add(makeScoreQuestion(metric))}
                >
                  {t(`questions.kinds.${metric}`, METRIC_SCALES[metric])}
                </MenuButton>
              ))}
              <MenuButton icon={<ListChecks aria-hidden />} onSelect={() => add(makeChoiceQuestion())}>
                {t("questions.kinds.choice")}
              </MenuButton>
            </Menu>
          </div>
        ) : (
          <p className="text-muted">{t("questions.full", { maximum: MOST_QUESTIONS })}</p>
        )}
      </div>
    </SectionCard>
  );
}
