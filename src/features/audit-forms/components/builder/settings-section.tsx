"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type EncounterTypeOption, STAGES, type TouchpointOption } from "@/features/touchpoints/schema";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { Field, FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { Stack } from "@/ui/stack";
import { Switch } from "@/ui/switch";
import { TextInput } from "@/ui/text-input";
import type { AuditFormDetails } from "../../schema";
import { SETTINGS_ID, useFormBuilder } from "./builder-context";
import { DraftText } from "./draft-fields";

export type BindingOptions = { touchpoints: TouchpointOption[]; encounterTypes: EncounterTypeOption[] };

/** What the form is called, where it is used, what is read before it, and how bonus counts. */
export function SettingsSection({
  status,
  touchpoints,
  encounterTypes,
}: BindingOptions & { status: AuditFormDetails["status"] }) {
  const t = useTranslations("auditForms.settings");
  const tCommon = useTranslations("common");
  const { draft, errors, change, changeSettings } = useFormBuilder();
  const inStages = STAGES.map((stage) => ({
    label: tCommon(`stage.${stage}`),
    options: touchpoints.filter((touchpoint) => touchpoint.stage === stage),
  }));
  return (
    <Card id={SETTINGS_ID} title={t("title")} className="scroll-mt-28 lg:scroll-mt-16">
      <Stack gap="large">
        {status === "published" && <Callout>{t("liveNote")}</Callout>}
        <Field name="settings.name" label={t("name")} error={errors["settings.name"]} required>
          <TextInput
            value={draft.settings.name}
            maxLength={120}
            onChange={(event) => changeSettings({ name: event.target.value }, "settings.name")}
          />
        </Field>
        <BoundTo part="touchpointIds" groups={inStages} />
        <BoundTo part="encounterTypeIds" groups={[{ label: "", options: encounterTypes }]} />
        <DraftText path="intro" label={t("intro")} hint={t("introHint")} rows={3} />
        <Switch
          label={t("capped")}
          hint={t("cappedHint")}
          checked={draft.definition.isCapped}
          onChange={(event) => {
            const isCapped = event.target.checked;
            change((definition) => ({ ...definition, isCapped }), "definition.isCapped");
          }}
        />
      </Stack>
    </Card>
  );
}

type Option = { id: string; name: string; isArchived: boolean };

/** Everywhere, or chosen ones only. Archived ones are offered only where they are still chosen. */
function BoundTo({
  part,
  groups,
}: {
  part: "touchpointIds" | "encounterTypeIds";
  groups: { label: string; options: Option[] }[];
}) {
  const t = useTranslations(`auditForms.settings.${part}`);
  const tSettings = useTranslations("auditForms.settings");
  const { draft, errors, changeSettings } = useFormBuilder();
  const name = `settings.${part}`;
  const ids = draft.settings[part];
  const [isChoosing, setChoosing] = useState(ids.length > 0);
  // Theirs was taken after a conflict: what is chosen must be seen.
  const isChosen = isChoosing || ids.length > 0;
  const set = (chosen: string[]) => changeSettings({ [part]: chosen }, name);
  return (
    <FieldGroup name={name} label={t("label")} hint={t("hint")} error={errors[name]}>
      <SegmentedControl
        name={part}
        value={isChosen ? "chosen" : "all"}
        onValueChange={(value) => {
          setChoosing(value === "chosen");
          if (value === "all") set([]);
        }}
        choices={[
          { value: "all", label: t("all") },
          { value: "chosen", label: t("chosen") },
        ]}
      />
      {isChosen && (
        <div className="mt-2 flex flex-col gap-3 rounded-lg bg-sunken px-3.5 py-3">
          {ids.length === 0 && <p className="text-sm font-medium text-warning">{t("choose")}</p>}
          {groups.map(({ label, options }) => {
            const offered = options.filter(({ id, isArchived }) => !isArchived || ids.includes(id));
            if (offered.length === 0) return null;
            return (
              <div key={label}>
                {label && <p className="mb-1 text-sm font-medium text-muted">{label}</p>}
                <div className="grid gap-x-6 sm:grid-cols-2">
                  {offered.map((option) => (
                    <Checkbox
                      key={option.id}
                      label={
                        option.isArchived ? tSettings("archivedChoice", { name: option.name }) : option.name
                      }
                      checked={ids.includes(option.id)}
                      onChange={(event) => {
                        setChoosing(true);
                        set(
                          event.target.checked ? [...ids, option.id] : ids.filter((id) => id !== option.id),
                        );
                      }}
                    />
                  ))}
                </div>
              </div>
            );
          })}
        </div>
      )}
    </FieldGroup>
  );
}
