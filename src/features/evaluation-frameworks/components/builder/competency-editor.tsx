"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { focusField } from "@/ui/draft/focus-field";
import { RowButtons } from "@/ui/draft/row-buttons";
import { FieldGroup } from "@/ui/field";
import { Stack } from "@/ui/stack";
import { useToast } from "@/ui/toast";
import { type Competency, type EvaluationItem, MOST_ITEMS } from "../../schema";
import { competencyId, itemId, useFrameworkBuilder } from "./builder-context";
import { DraftText } from "./draft-text";
import { makeItem, moveItemTo, putBack, stepItem, withItems } from "./edits";
import { ItemEditor } from "./item-editor";

/** One competency: its name, what it means, and the items it shows in. */
export function CompetencyEditor({
  competency,
  place,
  count,
  onMove,
  onRemove,
}: {
  competency: Competency;
  /** In the framework, from 0, of `count` competencies. */
  place: number;
  count: number;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("evaluationFrameworks");
  const toast = useToast();
  const { language, main, errors, change, setItemOpen, showInPreview, announce } = useFrameworkBuilder();
  const number = place + 1;
  const path = `competencies.${place}`;
  const { key: page, items } = competency;

  const add = () => {
    const item = makeItem();
    change(withItems(page, (list) => [...list, item]));
    setItemOpen(item.key, true);
    showInPreview(page);
    focusField(`definition.${path}.items.${items.length}.text.${language}`);
  };
  const remove = (item: EvaluationItem, index: number) => {
    change(withItems(page, (list) => list.filter(({ key }) => key !== item.key)));
    document.getElementById(competencyId(page))?.querySelector<HTMLElement>("[data-add-item]")?.focus();
    toast({
      message: t("item.removed", { number: `${number}.${index + 1}` }),
      undo: () => change(withItems(page, (list) => putBack(list, index, item))),
    });
  };
  const move = (item: EvaluationItem, step: -1 | 1) => {
    change(stepItem(item.key, step));
    announce(step === -1 ? t("item.movedUp") : t("item.movedDown"));
    requestAnimationFrame(() =>
      document.getElementById(itemId(item.key))?.scrollIntoView({ block: "nearest" }),
    );
  };

  return (
    <Card
      id={competencyId(page)}
      title={
        <>
          <span className="mr-2 text-muted">{t("competency.number", { number })}</span>
          {chooseText(competency.name, language, main.code)}
        </>
      }
      description={t("competency.itemCount", { count: items.length })}
      actions={
        <RowButtons
          labels={{
            up: t("competency.moveUp", { number }),
            down: t("competency.moveDown", { number }),
            remove: t("competency.remove", { number }),
          }}
          isFirst={place === 0}
          isLast={place === count - 1}
          onMove={onMove}
          onRemove={onRemove}
        />
      }
      className="scroll-mt-28 lg:scroll-mt-16"
    >
      <Stack>
        <DraftText path={`${path}.name`} label={t("competency.name")} isWanted page={page} />
        <DraftText
          path={`${path}.description`}
          label={t("competency.description")}
          hint={t("competency.descriptionHint")}
          rows={2}
          page={page}
        />
        <FieldGroup
          name={`definition.${path}.items`}
          label={t("competency.items")}
          error={errors[`definition.${path}.items`]}
        >
          {items.length === 0 ? (
            <p className="text-muted">{t("competency.noItems")}</p>
          ) : (
            <ol className="flex flex-col gap-2">
              {items.map((item, index) => (
                <li key={item.key}>
                  <ItemEditor
                    item={item}
                    competency={competency}
                    place={place}
                    index={index}
                    isFirst={place === 0 && index === 0}
                    isLast={place === count - 1 && index === items.length - 1}
                    onMove={(step) => move(item, step)}
                    onMoveTo={(target) => change(moveItemTo(item.key, target, "end"))}
                    onRemove={() => remove(item, index)}
                  />
                </li>
              ))}
            </ol>
          )}
        </FieldGroup>
        {items.length < MOST_ITEMS ? (
          <Button
            data-add-item
            className="w-fit"
            onClick={add}
            icon={<Plus aria-hidden className="size-4" />}
          >
            {t("item.add")}
          </Button>
        ) : (
          <p className="text-muted">{t("competency.full", { maximum: MOST_ITEMS })}</p>
        )}
      </Stack>
    </Card>
  );
}
