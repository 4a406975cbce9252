"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { Row, Stack } from "@/ui/stack";
import { useToast } from "@/ui/toast";
import { useServerAction } from "@/ui/use-server-action";
import { answerQuizAction } from "../actions";
import type { AskedQuestion } from "../queries/get-assignment";

/** The briefing quiz: answered at once, marked where it was wrong, until all is right. */
export function QuizForm({ programmeId, questions }: { programmeId: string; questions: AskedQuestion[] }) {
  const t = useTranslations("programmes.quiz");
  const toast = useToast();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState<string[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const { run, pending } = useServerAction(answerQuizAction, {
    onSuccess: (result) => {
      setWrong(result.wrong);
      setMessage(result.isPassed ? null : t("wrong", { count: result.wrong.length }));
      if (!result.isPassed) return;
      // The quiz goes from the page; what is next stands at its top.
      toast({ message: t("passed") });
      window.scrollTo({ top: 0 });
    },
  });
  const check = () => {
    const isComplete = questions.every(({ key }) => answers[key]);
    setMessage(isComplete ? null : t("unanswered"));
    if (isComplete) run({ programmeId, answers });
  };
  return (
    <Stack gap="large">
      {questions.map((question, index) => (
        <FieldGroup
          key={question.key}
          name={`quiz-${question.key}`}
          label={`${index + 1}. ${question.text}`}
          error={wrong.includes(question.key) ? t("wrongMark") : undefined}
        >
          <RadioGroup
            value={answers[question.key] ?? ""}
            onValueChange={(value) => {
              setAnswers((current) => ({ ...current, [question.key]: value }));
              setWrong((current) => current.filter((key) => key !== question.key));
            }}
            choices={question.options.map((option) => ({ value: option.key, label: option.text }))}
          />
        </FieldGroup>
      ))}
      {message && (
        <Callout tone="warning" role="alert">
          {message}
        </Callout>
      )}
      <Row>
        <Button variant="primary" pending={pending} onClick={check} className="max-sm:w-full">
          {t("submit")}
        </Button>
      </Row>
    </Stack>
  );
}
