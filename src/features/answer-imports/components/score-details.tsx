"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { useToast } from "@/ui/toast";
import { METRICS, type ScoreColumn } from "../mapping";
import { readScore } from "../rules/read-score";
import type { ColumnRowProps } from "./column-props";
import { changeMetric, changeScoreValue, changeUse, copyScoreValues, findValue } from "./mapping-changes";
import { ThingChoice } from "./thing-choice";
import { ValueChoices } from "./value-choices";

const NOTHING_SAID = new Map<string, number | null>();

/** Which metric a column's scores are of, where they were given, what was asked, and what each value means. */
export function ScoreDetails({
  use,
  profile,
  hasMetricColumn,
  hasTouchpointColumn,
  alike,
  choices,
  edit,
}: ColumnRowProps & { use: ScoreColumn }) {
  const t = useTranslations("answerImports");
  const toast = useToast();
  const change = (next: ScoreColumn) => edit((mapping) => changeUse(mapping, next));
  const scale = METRIC_SCALES[use.metric ?? "nps"];
  const scores = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);

  const chosen = (value: string) => {
    const entry = findValue(use.values, value);
    return entry ? (entry.score === null ? "none" : String(entry.score)) : "";
  };

  const byItself = (value: string) => {
    if (use.metric === null) return t("columns.byItself");
    const read = readScore(value.trim(), use.metric, NOTHING_SAID);
    return read.reading === "answer"
      ? t("columns.asItIs", { score: read.score })
      : t(`columns.readings.${read.reading}`);
  };

  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={`metric.${use.column}`} label={t("columns.metric")}>
          <Select
            value={use.metric ?? ""}
            placeholder={hasMetricColumn || use.metric === null ? t("columns.metricByRow") : undefined}
            options={METRICS.map((value) => ({ value, label: t(`metricScales.${value}`) }))}
            onChange={(event) =>
              change(changeMetric(use, METRICS.find((metric) => metric === event.target.value) ?? null))
            }
          />
        </Field>
        <QuestionField use={use} change={change} />
        <ThingChoice
          name={`touchpoint.${use.column}`}
          label={t("columns.touchpoint")}
          none={t(hasTouchpointColumn ? "columns.touchpointByRow" : "columns.touchpointFixed")}
          options={choices.touchpoints}
          value={use.touchpoint}
          newName={use.column.slice(0, 120)}
          newNameLabel={t("columns.newTouchpoint")}
          onChange={(touchpoint) => change({ ...use, touchpoint })}
        />
      </div>
      <ValueChoices
        column={use.column}
        values={profile.values}
        hasMore={profile.hasMore}
        chosen={chosen}
        options={(value) => [
          { value: "", label: byItself(value) },
          { value: "none", label: t("columns.noAnswer") },
          ...scores.map((score) => ({ value: String(score), label: t("columns.scoreOf", { score }) })),
        ]}
        onChoose={(value, choice) =>
          change(
            changeScoreValue(
              use,
              value,
              choice === "" ? undefined : choice === "none" ? null : Number(choice),
            ),
          )
        }
      />
      {alike > 0 && use.values.length > 0 && (
        <Button
          size="small"
          className="self-start whitespace-normal h-auto! py-1"
          icon={<Copy aria-hidden className="size-4 shrink-0" />}
          onClick={() => {
            edit((mapping) => copyScoreValues(mapping, use));
            toast({ message: t("columns.copied", { count: alike }) });
          }}
        >
          {t("columns.copyValues", { count: alike })}
        </Button>
      )}
    </div>
  );
}

/** What was asked; the column's own name where nothing is written. */
function QuestionField({ use, change }: { use: ScoreColumn; change: (use: ScoreColumn) => void }) {
  const t = useTranslations("answerImports.columns");
  const [text, setText] = useState(use.question);
  return (
    <Field name={`question.${use.column}`} label={t("question")} optional>
      <TextInput
        value={text}
        maxLength={500}
        placeholder={use.column}
        onChange={(event) => {
          setText(event.target.value);
          change({ ...use, question: event.target.value });
        }}
      />
    </Field>
  );
}
