"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import { Button } from "@/ui/button";
import { Columns, Stack } from "@/ui/stack";
import type { ExtraQuestion } from "../../schema";
import { BehaviourField } from "./behaviour-field";
import { ChoiceFields } from "./choice-fields";
import { LocalizedField } from "./localized-field";

/** One extra question: its texts, and the buttons that move and remove it. */
export function QuestionCard({
  question,
  index,
  isLast,
  onMove,
  onRemove,
}: {
  question: ExtraQuestion;
  index: number;
  isLast: boolean;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("surveys");
  const number = index + 1;
  const path = `questions.${index}`;
  const kind =
    question.kind === "score"
      ? t(`questions.kinds.${question.metric}`, METRIC_SCALES[question.metric])
      : t("questions.kinds.choice");

  return (
    <section
      aria-label={t("questions.number", { number })}
      className="rounded-lg border border-line px-3.5 pt-2.5 pb-4"
    >
      <div className="mb-3 flex items-center gap-1">
        <h3 className="min-w-0 flex-1">
          <span className="mr-2 font-semibold whitespace-nowrap text-ink">
            {t("questions.number", { number })}
          </span>
          <span className="text-sm text-muted max-sm:block">{kind}</span>
        </h3>
        <Button
          variant="ghost"
          size="small"
          iconOnly
          aria-label={t("questions.moveUp", { number })}
          aria-disabled={index === 0}
          onClick={() => onMove(-1)}
          icon={<ArrowUp aria-hidden className="size-4" />}
        />
        <Button
          variant="ghost"
          size="small"
          iconOnly
          aria-label={t("questions.moveDown", { number })}
          aria-disabled={isLast}
          onClick={() => onMove(1)}
          icon={<ArrowDown aria-hidden className="size-4" />}
        />
        <Button
          variant="ghost"
          size="small"
          iconOnly
          aria-label={t("questions.remove", { number })}
          onClick={onRemove}
          icon={<Trash2 aria-hidden className="size-4" />}
        />
      </div>
      <Stack>
        <LocalizedField
          path={`${path}.text`}
          label={t("texts.question")}
          rows={2}
          preview={{ step: "followUp" }}
        />
        {question.kind === "score" ? (
          <>
            <Columns count={2}>
              <LocalizedField
                path={`${path}.lowLabel`}
                label={t("texts.labelOf", { score: METRIC_SCALES[question.metric].min })}
                preview={{ step: "followUp" }}
              />
              <LocalizedField
                path={`${path}.highLabel`}
                label={t("texts.labelOf", { score: METRIC_SCALES[question.metric].max })}
                preview={{ step: "followUp" }}
              />
            </Columns>
            <BehaviourField questionKey={question.key} path={path} />
          </>
        ) : (
          <ChoiceFields question={question} index={index} />
        )}
      </Stack>
    </section>
  );
}
