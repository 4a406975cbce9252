"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Row, Stack } from "@/ui/stack";
import { TextInput } from "@/ui/text-input";
import { useServerAction } from "@/ui/use-server-action";
import { saveQuizAction } from "../actions";
import { findQuizFaults } from "../rules";
import type { QuizQuestion } from "../schema";

const MOST_QUESTIONS = 20;
const MOST_OPTIONS = 6;
const newKey = () => crypto.randomUUID().slice(0, 8);
const newOption = (isRight = false) => ({ key: newKey(), text: "", isRight });
const newQuestion = (): QuizQuestion => ({
  key: newKey(),
  text: "",
  options: [newOption(true), newOption()],
});

/** Writes the briefing quiz: questions with one right option each. */
export function QuizEditor({
  programmeId,
  questions: saved,
  isFixed,
}: {
  programmeId: string;
  questions: QuizQuestion[];
  /** The programme has ended. */
  isFixed: boolean;
}) {
  const t = useTranslations("programmes.quizEditor");
  const [questions, setQuestions] = useState(saved);
  const [problems, setProblems] = useState<string[]>([]);
  const { run, pending } = useServerAction(saveQuizAction, { successMessage: t("saved") });
  const change = (index: number, changed: Partial<QuizQuestion> | null) =>
    setQuestions((current) =>
      current.flatMap((question, at) =>
        at !== index ? question : changed ? { ...question, ...changed } : [],
      ),
    );
  const save = () => {
    const empty = questions.flatMap(({ text, options }, index) =>
      text.trim() === "" || options.some((option) => option.text.trim() === "")
        ? [t("empty", { number: index + 1 })]
        : [],
    );
    const faults = findQuizFaults(questions).map(({ question, fault }) => t(fault, { number: question + 1 }));
    const found = empty.length > 0 ? empty : faults;
    setProblems(found);
    if (found.length === 0) run({ programmeId, questions });
  };
  return (
    <Stack gap="large">
      {questions.length === 0 && <p className="text-muted">{t("none")}</p>}
      {questions.map((question, index) => (
        <QuestionEditor
          key={question.key}
          number={index + 1}
          question={question}
          onChange={(changed) => change(index, changed)}
        />
      ))}
      {problems.length > 0 && (
        <Callout tone="warning" role="alert">
          <ul className="list-disc pl-4">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Callout>
      )}
      {!isFixed && (
        <Row>
          <Button
            icon={<Plus aria-hidden className="size-4" />}
            disabled={questions.length >= MOST_QUESTIONS}
            onClick={() => setQuestions((current) => [...current, newQuestion()])}
          >
            {t("addQuestion")}
          </Button>
          <Button variant="primary" pending={pending} onClick={save}>
            {t("save")}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

function QuestionEditor({
  number,
  question,
  onChange,
}: {
  number: number;
  question: QuizQuestion;
  onChange: (changed: Partial<QuizQuestion> | null) => void;
}) {
  const t = useTranslations("programmes.quizEditor");
  const { options } = question;
  const changeOption = (index: number, changed: Partial<(typeof options)[number]>) =>
    onChange({ options: options.map((option, at) => (at === index ? { ...option, ...changed } : option)) });
  return (
    <fieldset className="rounded-lg border border-line p-4">
      <legend className="px-1 font-medium text-ink">{t("question", { number })}</legend>
      <Stack>
        <div className="flex items-center gap-2">
          <TextInput
            aria-label={t("questionText", { number })}
            value={question.text}
            maxLength={500}
            onChange={(event) => onChange({ text: event.target.value })}
          />
          <Button
            variant="ghost"
            iconOnly
            icon={<Trash2 aria-hidden className="size-4" />}
            aria-label={t("removeQuestion", { number })}
            onClick={() => onChange(null)}
          />
        </div>
        <p className="text-sm text-muted">{t("markRight")}</p>
        {options.map((option, index) => (
          <div key={option.key} className="flex items-center gap-2">
            <input
              type="radio"
              name={`right-${question.key}`}
              aria-label={t("isRight", { option: index + 1, number })}
              checked={option.isRight}
              onChange={() =>
                onChange({ options: options.map((other, at) => ({ ...other, isRight: at === index })) })
              }
              className="size-4 shrink-0 accent-accent"
            />
            <TextInput
              aria-label={t("optionText", { option: index + 1, number })}
              value={option.text}
              maxLength={300}
              onChange={(event) => changeOption(index, { text: event.target.value })}
            />
            <Button
              variant="ghost"
              iconOnly
              icon={<Trash2 aria-hidden className="size-4" />}
              aria-label={t("removeOption", { option: index + 1, number })}
              disabled={options.length <= 2}
              onClick={() => onChange({ options: options.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <Row>
          <Button
            size="small"
            icon={<Plus aria-hidden className="size-4" />}
            disabled={options.length >= MOST_OPTIONS}
            onClick={() => onChange({ options: [...options, newOption()] })}
          >
            {t("addOption")}
          </Button>
        </Row>
      </Stack>
    </fieldset>
  );
}
