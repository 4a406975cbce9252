"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { focusField } from "@/ui/draft/focus-field";
import { FieldGroup } from "@/ui/field";
import { useToast } from "@/ui/toast";
import { useFormBuilder } from "./builder-context";
import { DraftNumber } from "./draft-fields";
import { type Band, type BandItem, withItem } from "./edits";

const MOST_BANDS = 10;

/** How many points a number or a time taken earns: up to each limit, and above the last one. */
export function BandList({ item, path }: { item: BandItem; path: string }) {
  const t = useTranslations("auditForms.bands");
  const toast = useToast();
  const { change, errors } = useFormBuilder();
  const { bands } = item;
  const name = `definition.${path}.bands`;

  const update = (edit: (bands: Band[]) => Band[]) =>
    change(
      withItem(item.key, (found) => ("bands" in found ? { ...found, bands: edit(found.bands) } : found)),
    );
  const add = () => {
    const isOpenEnded = bands.at(-1)?.atMost === null;
    update((list) =>
      list.length === 0
        ? [
            { atMost: item.kind === "duration" ? 60 : 1, points: 1 },
            { atMost: null, points: 0 },
          ]
        : isOpenEnded
          ? [...list.slice(0, -1), { atMost: Number.NaN, points: 0 }, ...list.slice(-1)]
          : [...list, { atMost: null, points: 0 }],
    );
    const place = bands.length === 0 ? 0 : isOpenEnded ? bands.length - 1 : bands.length;
    focusField(
      `definition.${path}.bands.${place}.${isOpenEnded || bands.length === 0 ? "atMost" : "points"}`,
    );
  };
  const remove = (place: number) => {
    const before = bands;
    update((list) => list.filter((_, index) => index !== place));
    toast({ message: t("removed"), undo: () => update(() => before) });
  };

  return (
    <FieldGroup
      name={name}
      label={t("title")}
      hint={bands.length === 0 ? t("none") : item.kind === "duration" ? t("hintSeconds") : t("hint")}
      error={errors[name]}
    >
      <ol className="flex flex-col gap-2">
        {bands.map((band, place) => {
          const number = place + 1;
          return (
            // Limits have no name of their own: a row is where it stands.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={place} className="flex flex-wrap items-end gap-x-3 gap-y-1">
              {band.atMost === null ? (
                <span className="control-height flex w-40 items-center text-muted">
                  {place === 0 ? t("any") : t("above")}
                </span>
              ) : (
                <DraftNumber
                  path={`${path}.bands.${place}.atMost`}
                  label={
                    <>
                      {t("atMost")} <span className="sr-only">({t("row", { number })})</span>
                    </>
                  }
                  max={1_000_000}
                  unit={item.kind === "duration" ? t("seconds") : undefined}
                  className="w-40"
                />
              )}
              <DraftNumber
                path={`${path}.bands.${place}.points`}
                label={
                  <>
                    {t("points")} <span className="sr-only">({t("row", { number })})</span>
                  </>
                }
              />
              <Button
                variant="ghost"
                iconOnly
                aria-label={t("remove", { number })}
                onClick={() => remove(place)}
                icon={<Trash2 aria-hidden className="size-4" />}
              />
            </li>
          );
        })}
      </ol>
      {bands.length < MOST_BANDS && (
        <Button
          size="small"
          className="mt-2 w-fit"
          onClick={add}
          icon={<Plus aria-hidden className="size-4" />}
        >
          {bands.length === 0 ? t("score") : t("add")}
        </Button>
      )}
    </FieldGroup>
  );
}
