"use client";

import { useTranslations } from "next-intl";
import { FieldGroup } from "@/ui/field";
import { Switch } from "@/ui/switch";
import { possiblePointsOf } from "../../rules";
import { useFormBuilder } from "./builder-context";
import { DraftNumber } from "./draft-fields";
import { type ScoredItem, withItem } from "./edits";

/** What an item weighs, when it counts as failed, and what follows from that. */
export function ScoringFields({ item, path }: { item: ScoredItem; path: string }) {
  const t = useTranslations("auditForms.scoring");
  const { change, errors } = useFormBuilder();
  const possible = possiblePointsOf(item) || 0;
  const set = (part: "isCritical" | "isBonus", value: boolean) =>
    change(
      withItem(item.key, (found) => ("weight" in found ? { ...found, [part]: value } : found)),
      `definition.${path}.${part}`,
    );
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <DraftNumber path={`${path}.weight`} label={t("weight")} hint={t("weightHint")} />
        <DraftNumber
          path={`${path}.passPoints`}
          label={t("passPoints")}
          hint={t("passPointsHint", { possible })}
          placeholder={String(possible)}
          optional
        />
        <DraftNumber
          path={`${path}.commentBelow`}
          label={t("commentBelow")}
          hint={t("commentBelowHint")}
          optional
        />
      </div>
      <div className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        <FieldGroup
          name={`definition.${path}.isCritical`}
          label={t("critical")}
          hideLabel
          error={errors[`definition.${path}.isCritical`]}
        >
          <Switch
            label={t("critical")}
            hint={t("criticalHint")}
            checked={item.isCritical}
            onChange={(event) => set("isCritical", event.target.checked)}
          />
        </FieldGroup>
        <FieldGroup
          name={`definition.${path}.isBonus`}
          label={t("bonus")}
          hideLabel
          error={errors[`definition.${path}.isBonus`]}
        >
          <Switch
            label={t("bonus")}
            hint={t("bonusHint")}
            checked={item.isBonus}
            onChange={(event) => set("isBonus", event.target.checked)}
          />
        </FieldGroup>
      </div>
    </>
  );
}
