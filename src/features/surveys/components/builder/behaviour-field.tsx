"use client";

import { useLocale, useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { useBuilder } from "./builder-context";
import { withBehaviour } from "./question-edits";

/** Ties a score question to a behaviour of the service standard; nothing while the standard is empty. */
export function BehaviourField({
  questionKey,
  path,
}: {
  /** Null for the main question. */
  questionKey: string | null;
  /** Where the question stands in the definition: "main", "questions.0". */
  path: string;
}) {
  const t = useTranslations("surveys");
  const locale = useLocale();
  const { draft, behaviours, errors, changeDefinition } = useBuilder();
  const { main, questions } = draft.definition;
  const question = questionKey === null ? main : questions.find(({ key }) => key === questionKey);
  const chosen = question && "behaviourId" in question ? question.behaviourId : undefined;
  const offered = behaviours.filter(({ id, isArchived }) => !isArchived || id === chosen);
  if (offered.length === 0) return null;
  const name = `definition.${path}.behaviourId`;
  return (
    <Field name={name} label={t("behaviour.label")} hint={t("behaviour.hint")} error={errors[name]} optional>
      <Select
        value={chosen ?? ""}
        placeholder={t("behaviour.none")}
        onChange={(event) => {
          const behaviourId = event.target.value || undefined;
          changeDefinition((definition) => withBehaviour(definition, questionKey, behaviourId), name);
        }}
        options={offered.map((behaviour) => {
          const label = chooseText(behaviour.name, locale);
          return {
            value: behaviour.id,
            label: behaviour.isArchived ? t("behaviour.archived", { name: label }) : label,
          };
        })}
      />
    </Field>
  );
}
