"use client";

import { useTranslations } from "next-intl";
import type { EncounterTypeOption, TouchpointOption } from "@/features/touchpoints/schema";
import { Callout } from "@/ui/callout";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup, SegmentedControl } from "@/ui/radio-group";
import { Switch } from "@/ui/switch";
import { TextInput } from "@/ui/text-input";
import type { SurveyDetails } from "../../schema";
import { AudienceFields } from "./audience-fields";
import { useBuilder } from "./builder-context";
import { DelayField } from "./delay-field";
import { NumberField } from "./number-field";
import { SectionCard } from "./section-card";
import { Timeline } from "./timeline";

/** To whom and when the survey goes. These hold at once, unlike the texts. */
export function SettingsSection({
  status,
  encounterTypes,
  touchpoints,
}: {
  status: SurveyDetails["status"];
  encounterTypes: EncounterTypeOption[];
  touchpoints: TouchpointOption[];
}) {
  const t = useTranslations("surveys");
  const { draft, errors, changeSettings } = useBuilder();
  const { settings } = draft;
  return (
    <SectionCard place="settings" gap="large">
      {status !== "draft" && <Callout>{t("settings.liveNote")}</Callout>}
      <Field
        name="settings.name"
        label={t("settings.name")}
        hint={t("settings.nameHint")}
        error={errors["settings.name"]}
        required
      >
        <TextInput
          value={settings.name}
          maxLength={120}
          onChange={(event) => changeSettings({ name: event.target.value }, "settings.name")}
        />
      </Field>
      <AudienceFields encounterTypes={encounterTypes} touchpoints={touchpoints} />
      <ScheduleFields />
      <QuarantineField />
      <AnonymityField />
    </SectionCard>
  );
}

function ScheduleFields() {
  const t = useTranslations("surveys");
  const { draft, errors, changeSettings } = useBuilder();
  const { reminderCount, reminderAfterDays, expiryDays } = draft.settings;
  return (
    <>
      <DelayField />
      <FieldGroup
        name="settings.reminderCount"
        label={t("settings.reminders")}
        hint={t("settings.remindersHint")}
        error={errors["settings.reminderCount"]}
      >
        <SegmentedControl
          value={String(reminderCount)}
          onValueChange={(value) =>
            changeSettings({ reminderCount: Number(value) }, "settings.reminderCount")
          }
          choices={[0, 1, 2].map((count) => ({
            value: String(count),
            label: t("settings.reminderChoice", { count }),
          }))}
        />
      </FieldGroup>
      {(reminderCount > 0 || errors["settings.reminderAfterDays"]) && (
        <NumberField
          name="settings.reminderAfterDays"
          label={t("settings.reminderAfter", { count: Math.max(reminderCount, 1) })}
          unit={t("settings.days")}
          min={1}
          max={60}
          value={reminderAfterDays}
          onValueChange={(days) => changeSettings({ reminderAfterDays: days }, "settings.reminderAfterDays")}
        />
      )}
      <NumberField
        name="settings.expiryDays"
        label={t("settings.expiry")}
        hint={t("settings.expiryHint")}
        unit={t("settings.days")}
        min={1}
        max={365}
        value={expiryDays}
        onValueChange={(days) => changeSettings({ expiryDays: days }, "settings.expiryDays")}
      />
      <Timeline />
    </>
  );
}

function QuarantineField() {
  const t = useTranslations("surveys");
  const { draft, organization, changeSettings } = useBuilder();
  const { quarantineDays } = draft.settings;
  const name = "settings.quarantineDays";
  return (
    <>
      <FieldGroup
        name={`${name}.choice`}
        label={t("settings.quarantine")}
        hint={t("settings.quarantineHint")}
      >
        <RadioGroup
          value={quarantineDays === null ? "organization" : "own"}
          onValueChange={(value) =>
            changeSettings({ quarantineDays: value === "own" ? organization.quarantineDays : null }, name)
          }
          choices={[
            {
              value: "organization",
              label: t("settings.quarantineOrganization", { days: organization.quarantineDays }),
            },
            { value: "own", label: t("settings.quarantineOwn") },
          ]}
        />
      </FieldGroup>
      {quarantineDays !== null && (
        <NumberField
          name={name}
          label={t("settings.quarantineLength")}
          unit={t("settings.days")}
          min={0}
          max={3650}
          value={quarantineDays}
          onValueChange={(days) => changeSettings({ quarantineDays: days }, name)}
        />
      )}
    </>
  );
}

function AnonymityField() {
  const t = useTranslations("surveys");
  const { draft, changeSettings } = useBuilder();
  const { isAnonymous } = draft.settings;
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={t("settings.anonymous")}
        hint={t("settings.anonymousHint")}
        checked={isAnonymous}
        onChange={(event) => changeSettings({ isAnonymous: event.target.checked }, "settings.isAnonymous")}
      />
      {isAnonymous && (
        <Callout title={t("settings.anonymousTitle")}>
          <ul className="mt-1 list-disc pl-4">
            <li>{t("settings.anonymousLink")}</li>
            <li>{t("settings.anonymousKept")}</li>
            <li>{t("settings.anonymousFinal")}</li>
          </ul>
        </Callout>
      )}
    </div>
  );
}
