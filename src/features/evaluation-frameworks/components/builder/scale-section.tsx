"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { focusField } from "@/ui/draft/focus-field";
import { insertItem, moveItem } from "@/ui/draft/list-edits";
import { RowButtons } from "@/ui/draft/row-buttons";
import { useToast } from "@/ui/toast";
import { FEWEST_POINTS, MOST_POINTS } from "../../schema";
import { SCALE_ID, useFrameworkBuilder } from "./builder-context";
import { DraftText } from "./draft-text";
import { withScale } from "./edits";

/** The labelled points that every item is answered on. */
export function ScaleSection() {
  const t = useTranslations("evaluationFrameworks.scale");
  const toast = useToast();
  const { draft, language, change } = useFrameworkBuilder();
  const { scale } = draft.definition;
  const focusLabel = (place: number) => focusField(`definition.scale.${place}.label.${language}`);

  const add = () => {
    change(withScale((points) => [...points, { label: {} }]));
    focusLabel(scale.length);
  };
  const remove = (place: number) => {
    const point = scale[place];
    if (!point) return;
    change(withScale((points) => points.filter((_, index) => index !== place)));
    focusLabel(Math.max(place - 1, 0));
    toast({
      message: t("removed", { number: place + 1 }),
      undo: () =>
        change(
          withScale((points) => (points.length < MOST_POINTS ? insertItem(points, place, point) : points)),
        ),
    });
  };

  return (
    <Card id={SCALE_ID} title={t("title")} description={t("about")} className="scroll-mt-28 lg:scroll-mt-16">
      <ol className="flex flex-col gap-3">
        {scale.map((_, place) => {
          const number = place + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: points have no keys, they are their places
            <li key={place} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2">
              <DraftText path={`scale.${place}.label`} label={t("point", { number })} isWanted />
              <div className="mt-[1.875rem]">
                <RowButtons
                  labels={{
                    up: t("moveUp", { number }),
                    down: t("moveDown", { number }),
                    remove: t("remove", { number }),
                  }}
                  isFirst={place === 0}
                  isLast={place === scale.length - 1}
                  onMove={(step) => change(withScale((points) => moveItem(points, place, step)))}
                  onRemove={scale.length > FEWEST_POINTS ? () => remove(place) : undefined}
                />
              </div>
            </li>
          );
        })}
      </ol>
      {scale.length < MOST_POINTS && (
        <Button
          size="small"
          className="mt-3 w-fit"
          onClick={add}
          icon={<Plus aria-hidden className="size-4" />}
        >
          {t("add")}
        </Button>
      )}
    </Card>
  );
}
