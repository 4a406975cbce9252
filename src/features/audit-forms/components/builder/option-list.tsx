"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { focusField } from "@/ui/draft/focus-field";
import { insertItem, moveItem } from "@/ui/draft/list-edits";
import { RowButtons } from "@/ui/draft/row-buttons";
import { joinClasses } from "@/ui/join-classes";
import { useToast } from "@/ui/toast";
import { MOST_OPTIONS } from "../../schema";
import { useFormBuilder } from "./builder-context";
import { DraftNumber, DraftText } from "./draft-fields";
import { type FormOption, makeOption, type OptionItem, withItem } from "./edits";

const FEWEST = { scale: 2, single_choice: 2, multiple_choice: 1 };
const MOST = { scale: 11, single_choice: MOST_OPTIONS, multiple_choice: MOST_OPTIONS };

/** The options of an item, or the points of its scale, each with what it earns. */
export function OptionList({
  item,
  path,
  sectionKey,
  isScored,
}: {
  item: OptionItem;
  path: string;
  sectionKey: string;
  isScored: boolean;
}) {
  const t = useTranslations("auditForms.options");
  const toast = useToast();
  const { language, change } = useFormBuilder();
  const { options } = item;

  const update = (edit: (options: FormOption[]) => FormOption[]) =>
    change(
      withItem(item.key, (found) =>
        "options" in found ? { ...found, options: edit(found.options) } : found,
      ),
    );
  const focusText = (place: number) => focusField(`definition.${path}.options.${place}.text.${language}`);
  const add = () => {
    const most = Math.max(-1, ...options.map(({ points }) => points || 0));
    update((list) => [...list, makeOption(item.kind === "scale" ? most + 1 : 0)]);
    focusText(options.length);
  };
  const remove = (place: number) => {
    const option = options[place];
    if (!option) return;
    update((list) => list.filter(({ key }) => key !== option.key));
    focusText(Math.max(place - 1, 0));
    toast({
      message: t("removed", { number: place + 1 }),
      undo: () =>
        update((list) =>
          list.some(({ key }) => key === option.key) ? list : insertItem(list, place, option),
        ),
    });
  };

  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-3">
        {options.map((option, place) => {
          const number = place + 1;
          return (
            <li
              key={option.key}
              className={joinClasses(
                "grid items-start gap-x-2 gap-y-1",
                isScored
                  ? "grid-cols-[5rem_minmax(0,1fr)] sm:grid-cols-[minmax(0,1fr)_5rem_auto]"
                  : "grid-cols-[minmax(0,1fr)_auto]",
              )}
            >
              <DraftText
                path={`${path}.options.${place}.text`}
                label={item.kind === "scale" ? t("point", { number }) : t("option", { number })}
                isWanted
                sectionKey={sectionKey}
                className={isScored ? "col-span-2 min-w-0 sm:col-span-1" : "min-w-0"}
              />
              {isScored && (
                <DraftNumber
                  path={`${path}.options.${place}.points`}
                  narrow
                  label={
                    <>
                      <span className="sr-only">{t("pointsOf", { number })}</span>
                      <span aria-hidden>{t("points")}</span>
                    </>
                  }
                />
              )}
              <div className="mt-[1.875rem] justify-self-end">
                <RowButtons
                  labels={{
                    up: t("moveUp", { number }),
                    down: t("moveDown", { number }),
                    remove: t("remove", { number }),
                  }}
                  isFirst={place === 0}
                  isLast={place === options.length - 1}
                  onMove={(step) => update((list) => moveItem(list, place, step))}
                  onRemove={options.length > FEWEST[item.kind] ? () => remove(place) : undefined}
                />
              </div>
            </li>
          );
        })}
      </ol>
      {options.length < MOST[item.kind] && (
        <Button size="small" className="w-fit" onClick={add} icon={<Plus aria-hidden className="size-4" />}>
          {item.kind === "scale" ? t("addPoint") : t("add")}
        </Button>
      )}
    </div>
  );
}
