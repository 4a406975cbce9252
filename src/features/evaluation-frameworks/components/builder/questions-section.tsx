"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { focusField } from "@/ui/draft/focus-field";
import { moveItem } from "@/ui/draft/list-edits";
import { RowButtons } from "@/ui/draft/row-buttons";
import { Stack } from "@/ui/stack";
import { useToast } from "@/ui/toast";
import { MOST_QUESTIONS, type OpenQuestion } from "../../schema";
import { QUESTIONS_PAGE } from "../preview/framework-preview";
import { QUESTIONS_ID, useFrameworkBuilder } from "./builder-context";
import { DraftText } from "./draft-text";
import { makeQuestion, putBack, withQuestions } from "./edits";

/** The questions that are answered in own words. */
export function QuestionsSection() {
  const t = useTranslations("evaluationFrameworks.question");
  const toast = useToast();
  const { draft, language, change, showInPreview } = useFrameworkBuilder();
  const { questions } = draft.definition;

  const add = () => {
    change(withQuestions((list) => [...list, makeQuestion()]));
    showInPreview(QUESTIONS_PAGE);
    focusField(`definition.questions.${questions.length}.text.${language}`);
  };
  const remove = (question: OpenQuestion, index: number) => {
    change(withQuestions((list) => list.filter(({ key }) => key !== question.key)));
    document.querySelector<HTMLElement>("[data-add-question]")?.focus();
    toast({
      message: t("removed", { number: index + 1 }),
      undo: () => change(withQuestions((list) => putBack(list, index, question))),
    });
  };

  return (
    <Card
      id={QUESTIONS_ID}
      title={t("title")}
      description={t("about")}
      className="scroll-mt-28 lg:scroll-mt-16"
    >
      <Stack>
        {questions.length === 0 && <p className="text-muted">{t("none")}</p>}
        <ol className="flex flex-col gap-4">
          {questions.map((question, index) => {
            const number = index + 1;
            return (
              <li key={question.key} className="rounded-lg border border-line px-3.5 pt-2 pb-4">
                <div className="mb-1 flex items-center justify-between gap-2">
                  <h3 className="font-medium text-muted">{t("number", { number })}</h3>
                  <RowButtons
                    labels={{
                      up: t("moveUp", { number }),
                      down: t("moveDown", { number }),
                      remove: t("remove", { number }),
                    }}
                    isFirst={index === 0}
                    isLast={index === questions.length - 1}
                    onMove={(step) => change(withQuestions((list) => moveItem(list, index, step)))}
                    onRemove={() => remove(question, index)}
                  />
                </div>
                <Stack>
                  <DraftText
                    path={`questions.${index}.text`}
                    label={t("text")}
                    rows={2}
                    isWanted
                    page={QUESTIONS_PAGE}
                  />
                  <DraftText
                    path={`questions.${index}.selfText`}
                    label={t("selfText")}
                    rows={2}
                    page={QUESTIONS_PAGE}
                  />
                </Stack>
              </li>
            );
          })}
        </ol>
        {questions.length < MOST_QUESTIONS && (
          <Button
            data-add-question
            className="w-fit"
            onClick={add}
            icon={<Plus aria-hidden className="size-4" />}
          >
            {t("add")}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
