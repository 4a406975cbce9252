"use client";

import { useTranslations } from "next-intl";
import { normalizeName } from "@/features/imports/rules/words";
import { FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import type { ColumnUse } from "../mapping";
import { findValue, withValue } from "./mapping-changes";
import { CHOICES_OF, type MappingChoices, type ThingKind } from "./mapping-choices";
import { ValueChoices } from "./value-choices";

export type NameUse = Extract<ColumnUse, { use: ThingKind }>;

const POLICIES = {
  touchpoint: ["create", "reject"],
  employee: ["create", "empty", "reject"],
  location: ["create", "empty", "reject"],
  encounterType: ["create", "empty", "reject"],
} as const;

/** What becomes of names nobody knows, all at once; and what single names mean. */
export function NameDetails({
  use,
  values,
  hasMore,
  choices,
  change,
  hidePolicy = false,
}: {
  use: NameUse;
  values: { value: string; count: number }[];
  hasMore: boolean;
  choices: MappingChoices;
  change: (use: NameUse) => void;
  hidePolicy?: boolean;
}) {
  const t = useTranslations("answerImports");
  const things = choices[CHOICES_OF[use.use]];
  const known = new Map(things.map((thing) => [normalizeName(thing.name), thing.name]));

  const meaningByItself = (value: string) => {
    const name = known.get(normalizeName(value));
    return name ? t("columns.sameName", { name }) : t(`columns.unknownValue.${use.unknown}`);
  };
  const chosen = (value: string) => {
    const entry = findValue(use.values, value);
    if (!entry) return "";
    if (entry.thing === null) return "none";
    return "id" in entry.thing ? entry.thing.id : "new";
  };
  const choose = (value: string, choice: string) => {
    const thing =
      choice === "none" ? null : choice === "new" ? { create: value.slice(0, 120) } : { id: choice };
    const entry = choice === "" ? null : { value, thing };
    change({
      ...use,
      values: withValue<{ value: string; thing: typeof thing }>(use.values, value, entry),
    } as NameUse);
  };

  return (
    <div className="flex flex-col gap-5">
      {!hidePolicy && <UnknownPolicy use={use} change={change} />}
      <ValueChoices
        column={use.column}
        values={values}
        hasMore={hasMore}
        chosen={chosen}
        options={(value) => [
          { value: "", label: meaningByItself(value) },
          { value: "new", label: t("columns.createNamed", { name: value.slice(0, 120) }) },
          ...(use.use === "touchpoint" ? [] : [{ value: "none", label: t("columns.leaveEmpty") }]),
          ...things.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={choose}
      />
    </div>
  );
}

/** What becomes of names that are not known: created in one go, left out, or refused. */
export function UnknownPolicy({ use, change }: { use: NameUse; change: (use: NameUse) => void }) {
  const t = useTranslations("answerImports.columns");
  return (
    <FieldGroup name={`unknown.${use.column}`} label={t(`unknown.${use.use}`)}>
      <RadioGroup
        className="sm:flex-row sm:flex-wrap"
        value={use.unknown}
        onValueChange={(unknown) => change({ ...use, unknown } as NameUse)}
        choices={POLICIES[use.use].map((value) => ({ value, label: t(`unknownPolicies.${value}`) }))}
      />
    </FieldGroup>
  );
}
