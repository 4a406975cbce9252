"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { focusField } from "@/ui/draft/focus-field";
import { insertItem, moveItem } from "@/ui/draft/list-edits";
import { FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { useToast } from "@/ui/toast";
import { FEWEST_OPTIONS, MOST_OPTIONS } from "../../schema";
import { textFieldName, useBuilder } from "./builder-context";
import { LocalizedField } from "./localized-field";
import { type ChoiceQuestion, makeOption, withChoice } from "./question-edits";

/** Whether one or several options may be chosen, and the options. */
export function ChoiceFields({ question, index }: { question: ChoiceQuestion; index: number }) {
  const t = useTranslations("surveys");
  const toast = useToast();
  const { language, changeDefinition } = useBuilder();
  const { options } = question;
  const path = `questions.${index}.options`;

  const change = (update: (options: ChoiceQuestion["options"]) => ChoiceQuestion["options"]) =>
    changeDefinition((definition) =>
      withChoice(definition, question.key, (choice) => ({ ...choice, options: update(choice.options) })),
    );
  const add = () => {
    change((list) => [...list, makeOption()]);
    focusField(textFieldName(`${path}.${options.length}.text`, language));
  };
  const remove = (place: number) => {
    const option = options[place];
    if (!option) return;
    change((list) => list.filter(({ key }) => key !== option.key));
    focusField(textFieldName(`${path}.${Math.max(place - 1, 0)}.text`, language));
    toast({
      message: t("choice.removed", { number: place + 1 }),
      undo: () =>
        change((list) =>
          list.some(({ key }) => key === option.key) ? list : insertItem(list, place, option),
        ),
    });
  };

  return (
    <>
      <FieldGroup name={`questions.${index}.isMultiple`} label={t("choice.answers")}>
        <SegmentedControl
          name={`${question.key}-answers`}
          value={question.isMultiple ? "several" : "one"}
          onValueChange={(value) =>
            changeDefinition((definition) =>
              withChoice(definition, question.key, (choice) => ({
                ...choice,
                isMultiple: value === "several",
              })),
            )
          }
          choices={[
            { value: "one", label: t("choice.one") },
            { value: "several", label: t("choice.several") },
          ]}
        />
      </FieldGroup>
      <ol className="flex flex-col gap-3">
        {options.map((option, place) => (
          <li key={option.key} className="flex items-start gap-1">
            <LocalizedField
              path={`${path}.${place}.text`}
              label={t("choice.option", { number: place + 1 })}
              preview={{ step: "followUp" }}
              className="min-w-0 flex-1"
            />
            <div className="mt-[1.875rem] flex">
              <Button
                variant="ghost"
                size="small"
                iconOnly
                aria-label={t("choice.moveUp", { number: place + 1 })}
                aria-disabled={place === 0}
                onClick={() => change((list) => moveItem(list, place, -1))}
                icon={<ArrowUp aria-hidden className="size-4" />}
              />
              <Button
                variant="ghost"
                size="small"
                iconOnly
                aria-label={t("choice.moveDown", { number: place + 1 })}
                aria-disabled={place === options.length - 1}
                onClick={() => change((list) => moveItem(list, place, 1))}
                icon={<ArrowDown aria-hidden className="size-4" />}
              />
              {options.length > FEWEST_OPTIONS && (
                <Button
                  variant="ghost"
                  size="small"
                  iconOnly
                  aria-label={t("choice.remove", { number: place + 1 })}
                  onClick={() => remove(place)}
                  icon={<Trash2 aria-hidden className="size-4" />}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
      {options.length < MOST_OPTIONS && (
        <Button size="small" className="w-fit" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
          {t("choice.add")}
        </Button>
      )}
    </>
  );
}
