"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Combobox } from "@/ui/combobox";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import type { Thing } from "../mapping";
import type { ThingOption } from "./mapping-choices";

/** More than this many are found by typing. */
const MOST_IN_LIST = 60;
const NEW = "new";

export type ThingChoiceProps = {
  name: string;
  label: string;
  /** What nothing chosen means: "As the touchpoint column says". */
  none: string;
  options: ThingOption[];
  value: Thing | null;
  /** The name a new one is given at first; without it nothing new can be made here. */
  newName?: string;
  newNameLabel?: string;
  onChange: (thing: Thing | null) => void;
  hideLabel?: boolean;
};

/** An existing thing of the organization, or a new one under a name. */
export function ThingChoice(props: ThingChoiceProps) {
  const { name, label, none, options, value, newName, newNameLabel, onChange, hideLabel } = props;
  const t = useTranslations("answerImports.columns");
  const chosen = value === null ? "" : "id" in value ? value.id : NEW;
  const choose = (choice: string) =>
    onChange(choice === "" ? null : choice === NEW ? { create: newName ?? "" } : { id: choice });
  const isNewAllowed = newName !== undefined || chosen === NEW;
  const isLong = options.length > MOST_IN_LIST;
  const listed = options.map((option) => ({ value: option.id, label: option.name, detail: option.detail }));
  const withNew = isNewAllowed ? [...listed, { value: NEW, label: t("createNew") }] : listed;

  return (
    <>
      <Field name={name} label={label} hideLabel={hideLabel}>
        {isLong ? (
          <Combobox
            key={chosen}
            options={withNew}
            selected={withNew.find((option) => option.value === chosen) ?? null}
            placeholder={none}
            onSelect={(option) => choose(option?.value ?? "")}
          />
        ) : (
          <Select
            value={chosen}
            placeholder={none}
            options={withNew}
            onChange={(event) => choose(event.target.value)}
          />
        )}
      </Field>
      {value !== null && "create" in value && (
        <NewName
          key={name}
          name={`${name}.create`}
          label={newNameLabel ?? t("newName")}
          value={value.create}
          onChange={(create) => onChange({ create })}
        />
      )}
    </>
  );
}

/** A name that is never empty: emptied, it goes back to what it was. */
function NewName({
  name,
  label,
  value,
  onChange,
}: {
  name: string;
  label: string;
  value: string;
  onChange: (name: string) => void;
}) {
  const [text, setText] = useState(value);
  return (
    <Field name={name} label={label}>
      <TextInput
        value={text}
        maxLength={120}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value.trim() !== "") onChange(event.target.value.trim());
        }}
        onBlur={() => {
          if (text.trim() === "") setText(value);
        }}
      />
    </Field>
  );
}
