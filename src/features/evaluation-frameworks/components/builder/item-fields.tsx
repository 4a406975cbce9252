"use client";

import { useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { Stack } from "@/ui/stack";
import type { EvaluationItem } from "../../schema";
import { useFrameworkBuilder } from "./builder-context";
import { DraftText } from "./draft-text";
import { withItem } from "./edits";

/** What is asked about others and oneself, and which behaviour of the service standard it shows. */
export function ItemFields({ item, path, page }: { item: EvaluationItem; path: string; page: string }) {
  const t = useTranslations("evaluationFrameworks.item");
  const { behaviours, language, main, errors, change } = useFrameworkBuilder();
  const name = `definition.${path}.behaviourId`;
  const offered = behaviours.filter(({ id, isArchived }) => !isArchived || id === item.behaviourId);
  return (
    <Stack>
      <DraftText path={`${path}.text`} label={t("text")} hint={t("textHint")} rows={2} isWanted page={page} />
      <DraftText
        path={`${path}.selfText`}
        label={t("selfText")}
        hint={t("selfTextHint")}
        rows={2}
        page={page}
      />
      <Field
        name={name}
        label={t("behaviour")}
        hint={behaviours.length === 0 ? t("noBehaviours") : t("behaviourHint")}
        error={errors[name]}
      >
        <Select
          placeholder={t("noBehaviour")}
          value={item.behaviourId ?? ""}
          onChange={(event) => {
            const behaviourId = event.target.value || null;
            change(
              withItem(item.key, (found) => ({ ...found, behaviourId })),
              name,
            );
          }}
          options={offered.map((behaviour) => {
            const label = chooseText(behaviour.name, language, main.code);
            return {
              value: behaviour.id,
              label: behaviour.isArchived ? t("archivedBehaviour", { name: label }) : label,
            };
          })}
        />
      </Field>
    </Stack>
  );
}
