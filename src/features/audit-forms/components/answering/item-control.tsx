"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { chooseText } from "@/server/input";
import { Textarea } from "@/ui/textarea";
import type { AuditAnswerValue, AuditFormItem } from "../../schema";
import { DurationControl, NumberControl } from "./amount-controls";
import { ChoiceButtons } from "./choice-buttons";

/** Stands for "none of these" among the choices of a multiple choice; no option's key looks like it. */
const NONE = "*none";

export type ItemControlProps = {
  item: AuditFormItem;
  value: AuditAnswerValue;
  onChange: (value: AuditAnswerValue) => void;
  /** Of the form's texts. */
  language: string;
  /** The id of the element with the item's text. */
  labelledBy: string;
  disabled?: boolean;
};

/** What one item is answered with, by its kind; photos are files and come from elsewhere. */
export function ItemControl({ item, value, onChange, language, labelledBy, disabled }: ItemControlProps) {
  const t = useTranslations("audits.item");
  const id = useId();
  const shown = value.isNotApplicable ? { ...value, number: null, optionKeys: [], text: null } : value;
  const answer = (part: Partial<AuditAnswerValue>) => onChange({ ...shown, isNotApplicable: false, ...part });
  const amount = {
    id,
    labelledBy,
    value: shown.number,
    disabled,
    onChange: (number: number | null) => answer({ number }),
  };

  switch (item.kind) {
    case "yes_no":
      return (
        <ChoiceButtons
          name={id}
          kind="radio"
          disabled={disabled}
          choices={[
            { key: "1", label: t("yes") },
            { key: "0", label: t("no") },
          ]}
          chosen={shown.number === null ? [] : [String(shown.number)]}
          onChoose={(key) => answer({ number: Number(key) })}
        />
      );
    case "scale":
    case "single_choice":
      return (
        <ChoiceButtons
          name={id}
          kind="radio"
          disabled={disabled}
          choices={item.options.map(({ key, text }) => ({ key, label: chooseText(text, language) || key }))}
          chosen={shown.optionKeys}
          onChoose={(key) => answer({ optionKeys: [key] })}
        />
      );
    case "multiple_choice":
      return (
        <ChoiceButtons
          name={id}
          kind="checkbox"
          disabled={disabled}
          choices={[
            ...item.options.map(({ key, text }) => ({ key, label: chooseText(text, language) || key })),
            { key: NONE, label: t("none") },
          ]}
          chosen={shown.number === 0 && shown.optionKeys.length === 0 ? [NONE] : shown.optionKeys}
          onChoose={(key) => answer(chooseAmong(shown, key))}
        />
      );
    case "number":
      return <NumberControl {...amount} unit={chooseText(item.unit, language)} language={language} />;
    case "duration":
      return <DurationControl {...amount} texts={{ minutes: t("minutes"), seconds: t("seconds") }} />;
    case "text":
      return (
        <Textarea
          id={id}
          aria-labelledby={labelledBy}
          rows={3}
          maxLength={5000}
          className="text-lg"
          disabled={disabled}
          value={shown.text ?? ""}
          onChange={(event) => answer({ text: event.target.value || null })}
        />
      );
    case "photo":
      return null;
  }
}

/** A press on one option, or on "none of these", which leaves the number 0 behind: nothing chosen, and said so. */
function chooseAmong(value: AuditAnswerValue, key: string): Partial<AuditAnswerValue> {
  if (key === NONE) {
    const isChosen = value.number === 0 && value.optionKeys.length === 0;
    return { optionKeys: [], number: isChosen ? null : 0 };
  }
  const optionKeys = value.optionKeys.includes(key)
    ? value.optionKeys.filter((chosen) => chosen !== key)
    : [...value.optionKeys, key];
  return { optionKeys, number: null };
}
