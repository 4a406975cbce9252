"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { CHANNELS } from "@/features/touchpoints/schema";
import { RESPONDENT_LANGUAGES } from "@/i18n/locale";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import type { AnswerMapping, FixedValues } from "../mapping";
import type { EditMapping } from "./column-props";
import { findColumnOf } from "./mapping-changes";
import { CHOICES_OF, type MappingChoices, type ThingKind } from "./mapping-choices";
import { ThingChoice } from "./thing-choice";

const THINGS = Object.keys(CHOICES_OF) as ThingKind[];

/** What holds for every row and stands in no column: asked for only what no column tells. */
export function FixedValuesCard({
  mapping,
  choices,
  edit,
}: {
  mapping: AnswerMapping;
  choices: MappingChoices;
  edit: EditMapping;
}) {
  const t = useTranslations("answerImports.fixed");
  const common = useTranslations("common");
  const format = useFormatter();
  const { fixed } = mapping;
  const set = (changes: Partial<FixedValues>) =>
    edit((current) => ({ ...current, fixed: { ...current.fixed, ...changes } }));
  const hasColumn = (kind: Parameters<typeof findColumnOf>[1]) => findColumnOf(mapping, kind) !== null;
  const hasDate = hasColumn("date");

  return (
    <Card title={t("title")} description={t("description")}>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {!hasDate && !hasColumn("year") && (
          <NumberField
            name="fixed.year"
            label={t("year")}
            value={fixed.year}
            range={[1990, 2100]}
            problem={t("yearProblem")}
            onChange={(year) => set({ year })}
          />
        )}
        {!hasDate && !hasColumn("month") && (
          <Field name="fixed.month" label={t("month")}>
            <Select
              value={fixed.month ?? ""}
              placeholder={t("notGiven")}
              options={Array.from({ length: 12 }, (_, index) => ({
                value: String(index + 1),
                label: format.dateTime(new Date(Date.UTC(2026, index, 15)), {
                  month: "long",
                  timeZone: "UTC",
                }),
              }))}
              onChange={(event) => set({ month: Number(event.target.value) || null })}
            />
          </Field>
        )}
        {!hasDate && !hasColumn("day") && (
          <NumberField
            name="fixed.day"
            label={t("day")}
            value={fixed.day}
            range={[1, 31]}
            problem={t("dayProblem")}
            onChange={(day) => set({ day })}
          />
        )}
        {THINGS.filter((kind) => !hasColumn(kind)).map((kind) => (
          <div key={kind} className="flex min-w-0 flex-col gap-3">
            <ThingChoice
              name={`fixed.${kind}`}
              label={t(kind)}
              none={t("notGiven")}
              options={choices[CHOICES_OF[kind]]}
              value={fixed[kind]}
              newName={kind === "employee" ? undefined : t(`newNames.${kind}`)}
              onChange={(thing) => set({ [kind]: thing })}
            />
          </div>
        ))}
        {!hasColumn("channel") && (
          <Field name="fixed.channel" label={t("channel")}>
            <Select
              value={fixed.channel ?? ""}
              placeholder={t("ofTouchpoint")}
              options={CHANNELS.map((value) => ({ value, label: common(`channel.${value}`) }))}
              onChange={(event) =>
                set({ channel: CHANNELS.find((channel) => channel === event.target.value) ?? null })
              }
            />
          </Field>
        )}
        {!hasColumn("language") && (
          <Field name="fixed.language" label={t("language")}>
            <Select
              value={fixed.language ?? ""}
              placeholder={t("notGiven")}
              options={RESPONDENT_LANGUAGES.map((value) => ({ value, label: common(`language.${value}`) }))}
              onChange={(event) =>
                set({
                  language: RESPONDENT_LANGUAGES.find((language) => language === event.target.value) ?? null,
                })
              }
            />
          </Field>
        )}
        {!hasColumn("segment") && (
          <Field name="fixed.segment" label={t("segment")}>
            <TextInput
              defaultValue={fixed.segment ?? ""}
              maxLength={80}
              onChange={(event) => set({ segment: event.target.value.trim() || null })}
            />
          </Field>
        )}
      </div>
    </Card>
  );
}

/** A whole number within a range; what is typed stays on screen, what does not fit is said and not taken. */
function NumberField({
  name,
  label,
  value,
  range: [lowest, highest],
  problem,
  onChange,
}: {
  name: string;
  label: string;
  value: number | null;
  range: [lowest: number, highest: number];
  problem: string;
  onChange: (value: number | null) => void;
}) {
  const [text, setText] = useState(value === null ? "" : String(value));
  const number = Number(text);
  const fits = text.trim() === "" || (Number.isInteger(number) && number >= lowest && number <= highest);
  const [isLeft, setLeft] = useState(true);
  return (
    <Field name={name} label={label} error={!fits && isLeft ? problem : undefined}>
      <TextInput
        inputMode="numeric"
        value={text}
        maxLength={4}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        onChange={(event) => {
          const typed = event.target.value;
          setText(typed);
          const next = Number(typed);
          const isTaken = typed.trim() !== "" && Number.isInteger(next) && next >= lowest && next <= highest;
          onChange(isTaken ? next : null);
        }}
      />
    </Field>
  );
}
